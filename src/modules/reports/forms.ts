import { z } from 'zod';
import { checkbox, many, optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { degree } from '#modules/properties/details-form.ts';
import { propertyTypes, vacancyDegrees } from '#modules/properties/vocabulary.ts';
import { checks, signs, sinceWords, type Check, type Sign } from './report.ts';

const optionalMail = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
	mailAddress.optional()
);

const coordinate = (limit: number) =>
	z.preprocess(
		(value) => (typeof value === 'string' && value.trim() !== '' ? (degree(value) ?? value) : undefined),
		z.number({ error: 'Bitte Grad eingeben, zum Beispiel 53,0152.' }).min(-limit).max(limit).optional()
	);

/** Where the house stands: a point, the place of the photo, or an address; one of them is enough. */
const place = {
	lat: coordinate(90),
	lon: coordinate(180),
	usePhoto: checkbox(),
	street: optionalText(120),
	houseNumber: optionalText(20),
	postalCode: optionalText(10),
	city: optionalText(120)
};

/** `draft`: the token of a report whose photo is here already. */
export const reportForm = z.object({
	draft: optionalText(100),
	...place,
	propertyType: word(propertyTypes, 'unknown'),
	signs: many(z.enum(Object.keys(signs) as [Sign, ...Sign[]], { error: 'Bitte nur Einträge aus der Liste wählen.' })),
	since: word(sinceWords, 'unknown'),
	text: optionalText(1500),
	email: optionalMail,
	/** Only with an address: it may be asked later whether the house still stands empty. */
	askLater: checkbox(),
	/** People do not see this field; machines fill it in. */
	website: z.string().max(200).optional()
});
export type ReportInput = z.output<typeof reportForm>;

const reason = optionalText(1500);
export const wordsForm = z.object({ reason });

/** The entry that a report becomes, with what was looked at. */
export const acceptForm = z.object({
	checked: many(z.enum(Object.keys(checks) as [Check, ...Check[]])),
	title: requiredText('Bitte einen Titel geben, zum Beispiel „Wohnhaus in Biesenbrow“.', 120),
	propertyType: word(propertyTypes, 'unknown'),
	vacancyDegree: word(vacancyDegrees, 'unknown'),
	street: optionalText(120),
	houseNumber: optionalText(20),
	postalCode: optionalText(10),
	city: optionalText(120),
	district: optionalText(120)
});
export type AcceptInput = z.output<typeof acceptForm>;

/** The house of the register that a report belongs to: one that was found nearby, or by its number. */
export const joinForm = z.object({ property: optionalText(60), reference: optionalText(60) });
export type JoinInput = z.output<typeof joinForm>;

/** `to`: name, postal code or key of the municipality in which the house stands. */
export const handOverForm = z.object({ to: requiredText('Bitte sagen, wohin die Meldung gehört.', 120), reason });

export const queueFilter = z.object({
	stand: optionalWord({ offen: 'offen', erledigt: 'erledigt', missbrauch: 'Missbrauch' }).catch(undefined)
});
