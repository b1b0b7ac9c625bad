import { z } from 'zod';
import { checkbox, many, optionalNumber, optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { propertyTypes } from '#modules/properties/vocabulary.ts';
import { bookables, housingForms, legalForms, offerKinds, type Bookable, type OfferKind } from './vocabulary.ts';

const blankToUndefined = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);

/** A textarea with one entry a line. */
const lines = (most = 20) =>
	z.preprocess(
		(value) => (typeof value === 'string' ? value.split('\n') : (value ?? [])),
		z
			.array(z.string().trim().max(200, 'Bitte je Zeile höchstens 200 Zeichen.'))
			.transform((all) => all.filter(Boolean))
			.refine((all) => all.length <= most, `Bitte höchstens ${most} Zeilen.`)
	);

const website = z.preprocess(
	blankToUndefined,
	z
		.url({ protocol: /^https?$/, error: 'Bitte eine vollständige Adresse, zum Beispiel https://www.beispiel.de.' })
		.max(300)
		.optional()
);
const wholeNumber = (most: number) =>
	optionalNumber({ max: most }).refine((n) => n === undefined || Number.isInteger(n), 'Bitte eine ganze Zahl.');
const year = optionalNumber({ min: 1900, max: 2100 }).refine(
	(n) => n === undefined || Number.isInteger(n),
	'Bitte ein Jahr, zum Beispiel 2027.'
);

/** `offer_open`, `offer_culture` …: one textarea per kind. */
const offerFields = Object.fromEntries(Object.keys(offerKinds).map((kind) => [`offer_${kind}`, optionalText(1500)])) as Record<
	`offer_${OfferKind}`,
	ReturnType<typeof optionalText>
>;

export const newPlaceForm = z.object({
	name: requiredText('Wie heißt der Ort?', 100),
	organisationId: z.uuid('Bitte die Gruppe wählen, zu der der Ort gehört.'),
	ort: requiredText('In welcher Kommune liegt der Ort?', 120),
	network: optionalText(80)
});
export type NewPlace = z.output<typeof newPlaceForm>;

export const placeForm = z.object({
	name: requiredText('Wie heißt der Ort?', 100),
	ort: requiredText('In welcher Kommune liegt der Ort?', 120),
	summary: optionalText(280),
	projectText: optionalText(6000),
	locationText: optionalText(2000),
	infrastructure: lines(),
	...offerFields,
	foundingHistory: optionalText(4000),
	vision: optionalText(4000),
	progress: optionalText(4000),
	hurdles: optionalText(4000),
	funFact: optionalText(600),
	completionYear: year,
	residentCount: wholeNumber(100_000),
	ageStructure: optionalText(200),
	legalForm: optionalWord(legalForms),
	housingForm: optionalWord(housingForms),
	developmentPartners: lines(),
	awards: lines(),
	bookable: many(z.enum(Object.keys(bookables) as [Bookable, ...Bookable[]], { error: 'Bitte aus der Liste wählen.' })),
	website,
	houseKind: word(propertyTypes, 'unknown'),
	house: optionalText(120),
	contactName: optionalText(120),
	contactEmail: z.preprocess(blankToUndefined, z.email('Bitte eine vollständige E-Mail-Adresse.').max(200).optional()),
	contactPhone: optionalText(60),
	contactReleased: checkbox(),
	version: z.coerce.number().int()
});
export type PlaceInput = z.output<typeof placeForm>;

/** The profile as it is stored, out of the form. */
export const offersOf = (input: PlaceInput): Partial<Record<OfferKind, string>> =>
	Object.fromEntries(
		(Object.keys(offerKinds) as OfferKind[]).flatMap((kind) => {
			const text = input[`offer_${kind}`];
			return text ? [[kind, text]] : [];
		})
	);

export const pictureForm = z.object({ alt: optionalText(300), caption: optionalText(200), credit: optionalText(120) });
export type PictureInput = z.output<typeof pictureForm>;

export const programmeForm = z.object({
	awardName: requiredText('Wie heißt ein ausgezeichneter Ort in Ihrem Netzwerk? Zum Beispiel „Heller Ort“.', 60),
	intro: optionalText(1200),
	reassessMonths: optionalNumber({ min: 6, max: 120 }).refine((n) => n === undefined || Number.isInteger(n), 'Bitte eine ganze Zahl.')
});
export type ProgrammeInput = z.output<typeof programmeForm>;

export const statementForm = z.object({ networkStatement: optionalText(1200), internalNote: optionalText(2000) });
