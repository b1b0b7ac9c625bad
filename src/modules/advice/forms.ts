import { z } from 'zod';
import { checkbox, many, optionalDate, optionalNumber, optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { contactTopics, type ContactTopic } from '#modules/organisations/contact.ts';
import { payers } from './offer.ts';
import { applicants, deadlineKinds, ownerships, purposes } from './programme.ts';

const wordsOf = <K extends string>(words: Record<K, string>) =>
	many(z.enum(Object.keys(words) as [K, ...K[]], { error: 'Bitte Einträge aus der Liste wählen.' }));
const keys = (shape: RegExp, message: string) => many(z.string().regex(shape, message)).transform((all) => [...new Set(all)]);
const region = {
	states: keys(/^\d{2}$/, 'Dieses Land gibt es nicht.'),
	districts: keys(/^\d{5}$/, 'Diesen Kreis gibt es nicht.')
};
const optionalId = z.preprocess((value) => (value === '' ? undefined : value), z.uuid('Das gibt es nicht mehr.').optional());
const topics = many(
	z.enum(Object.keys(contactTopics) as [ContactTopic, ...ContactTopic[]], { error: 'Bitte Themen aus der Liste wählen.' })
).transform((all) => [...new Set(all)]);
const whole = (field: ReturnType<typeof optionalNumber>) =>
	field.refine((n) => n === undefined || Number.isInteger(n), 'Bitte eine ganze Zahl.');

/** How long a look at the source holds. */
export const reviewIntervals = { '90': 'drei Monate', '180': 'ein halbes Jahr', '365': 'ein Jahr' } as const;

export const programmeForm = z
	.object({
		programmeId: optionalId,
		title: requiredText('Bitte den Namen des Programms nennen.', 160),
		giver: requiredText('Bitte sagen, wer das Geld gibt.', 160),
		summary: requiredText('Bitte in zwei, drei Sätzen sagen, worum es geht.', 1200),
		...region,
		purposes: wordsOf(purposes),
		applicants: wordsOf(applicants),
		heritageOnly: checkbox(),
		ownership: optionalWord(ownerships),
		maxPopulation: whole(optionalNumber({ min: 1, max: 10_000_000 })),
		quotaPct: optionalNumber({ min: 0, max: 100 }),
		minEuro: optionalNumber({ max: 1e10 }),
		maxEuro: optionalNumber({ max: 1e10 }),
		deadlineKind: word(deadlineKinds, 'continuous'),
		nextDeadline: optionalDate(),
		sourceUrl: z
			.url({ protocol: /^https?$/, error: 'Bitte die ganze Adresse der Quelle, zum Beispiel https://land.de/programm.' })
			.max(500, 'Bitte höchstens 500 Zeichen.'),
		note: optionalText(1000),
		reviewDays: word(reviewIntervals, '180').transform(Number),
		reviewed: checkbox(),
		shown: checkbox()
	})
	.refine(({ deadlineKind, nextDeadline }) => deadlineKind !== 'dated' || nextDeadline, {
		path: ['nextDeadline'],
		message: 'Bitte den Stichtag nennen.'
	})
	.refine(({ minEuro, maxEuro }) => minEuro === undefined || maxEuro === undefined || minEuro <= maxEuro, {
		path: ['maxEuro'],
		message: 'Der Höchstbetrag liegt unter dem Mindestbetrag.'
	});
export type ProgrammeInput = z.output<typeof programmeForm>;

export const programmeIdForm = z.object({ programmeId: z.uuid('Dieses Programm gibt es nicht mehr.') });

const mostModules = 8;

/** Rows of a table: `moduleTitle`, `moduleHours` and `moduleResult` come once per row, in order; a row without a title is none. */
export const offerForm = z
	.object({
		offerId: optionalId,
		title: requiredText('Bitte sagen, worum es in der Beratung geht.', 120),
		summary: requiredText('Bitte in zwei, drei Sätzen sagen, wem sie wobei hilft.', 1200),
		moduleTitle: many(z.string().trim().max(120, 'Bitte höchstens 120 Zeichen.')),
		moduleHours: many(optionalNumber({ max: 500 })),
		moduleResult: many(z.string().trim().max(300, 'Bitte höchstens 300 Zeichen.')),
		topics,
		...region,
		payer: word(payers, 'free'),
		payNote: optionalText(200),
		capacity: whole(optionalNumber({ min: 1, max: 500 })),
		opensCase: checkbox(),
		shown: checkbox()
	})
	.transform(({ moduleTitle, moduleHours, moduleResult, ...input }, ctx) => {
		const modules = moduleTitle
			.map((title, n) => ({ title, hours: moduleHours[n] ?? null, result: moduleResult[n] ?? '' }))
			.filter(({ title }) => title);
		if (modules.length > mostModules)
			ctx.addIssue({ code: 'custom', path: ['moduleTitle'], message: `Bitte höchstens ${mostModules} Bausteine.` });
		return { ...input, modules };
	});
export type OfferInput = z.output<typeof offerForm>;

export const askForm = z.object({
	month: z.string({ error: 'Bitte einen Monat wählen.' }).regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Bitte einen Monat wählen.'),
	topic: optionalWord(contactTopics),
	text: requiredText('Bitte schreiben, worum es geht.', 3500)
});
export type AskInput = z.output<typeof askForm>;

const languageList = z.preprocess(
	(value) =>
		typeof value === 'string'
			? [
					...new Set(
						value
							.split(/[,;\n]/)
							.map((one) => one.trim())
							.filter(Boolean)
					)
				]
			: (value ?? []),
	z.array(z.string().max(40, 'Bitte je Sprache höchstens 40 Zeichen.')).max(10, 'Bitte höchstens zehn Sprachen.')
);

export const expertForm = z
	.object({
		expertId: optionalId,
		name: requiredText('Bitte den Namen nennen.', 120),
		work: requiredText('Bitte sagen, was die Person kann und tut.', 400),
		topics,
		...region,
		languages: languageList,
		released: checkbox(),
		consent: optionalText(300)
	})
	.refine(({ released, consent }) => !released || consent, {
		path: ['consent'],
		message: 'Bitte festhalten, wie und wann die Person zugestimmt hat, zum Beispiel „Mail vom 3. November“.'
	});
export type ExpertInput = z.output<typeof expertForm>;

export const expertIdForm = z.object({ expertId: z.uuid('Diese Person steht hier nicht mehr.') });
