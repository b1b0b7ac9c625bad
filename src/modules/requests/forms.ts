import { z } from 'zod';
import { checkbox, many, optionalDate, optionalNumber, optionalText, requiredText, word } from '#lib/forms.ts';
import * as property from '#modules/properties/vocabulary.ts';
import * as words from './vocabulary.ts';

/** What can be said in a request, in form vocabulary; one schema for page, action and API. Areas in m², money in euro, radius in km. */

const list = <K extends string>(vocabulary: Record<K, string>) =>
	many(z.enum(Object.keys(vocabulary) as [K, ...K[]], { error: 'Bitte nur Einträge aus der Liste wählen.' }));
const integer = (limits: { min?: number; max?: number }) =>
	optionalNumber(limits).refine((n) => n === undefined || Number.isInteger(n), 'Bitte eine ganze Zahl eingeben.');

export const fields = {
	title: requiredText('Bitte gebt dem Gesuch einen Titel, zum Beispiel „Offene Werkstatt mit Café“.', 120),
	requestKind: word(words.requestKinds, 'find_space'),
	uses: list(property.uses),
	summary: optionalText(600),
	concept: optionalText(10_000),
	/** A town, a postal code or an Ortsteil; the command finds the point. */
	place: optionalText(120),
	radiusKm: optionalNumber({ min: 1, max: 1000 }),
	regionIsHard: checkbox(),
	settings: list(property.settings),
	areaMinM2: optionalNumber({ max: 1e6 }),
	areaMaxM2: optionalNumber({ max: 1e6 }),
	areaIsHard: checkbox(),
	offerModes: list(property.offerModes),
	offerModesAreHard: checkbox(),
	maxMonthly: optionalNumber({ max: 1e8 }),
	maxPurchase: optionalNumber({ max: 1e10 }),
	conditions: list(property.conditions),
	selfHelp: word(words.selfHelps, 'none'),
	heritageOk: word(words.heritageWishes, 'indifferent'),
	startFrom: optionalDate(),
	startLatest: optionalDate(),
	durationMonths: integer({ min: 1, max: 1200 }),
	interimOk: checkbox(),
	commonGood: list(property.commonGoods),
	accessibilityRequired: checkbox(),
	publicAccessNeeded: checkbox(),
	peopleNow: integer({ max: 100_000 }),
	peopleTarget: integer({ max: 100_000 }),
	skillsSought: list(words.skills),
	visibility: word(words.visibilities, 'public')
};
export type FieldName = keyof typeof fields;

type Ordered = { areaMinM2?: number; areaMaxM2?: number; startFrom?: string; startLatest?: string; place?: string; radiusKm?: number };

function orderly(input: Ordered, issues: z.core.$RefinementCtx): void {
	const say = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
	if (input.areaMinM2 !== undefined && input.areaMaxM2 !== undefined && input.areaMaxM2 < input.areaMinM2)
		say('areaMaxM2', 'Die größte Fläche ist kleiner als die kleinste.');
	if (input.startFrom && input.startLatest && input.startLatest < input.startFrom)
		say('startLatest', 'Das späteste Datum liegt vor dem frühesten.');
}

export const requestForm = z.object(fields).superRefine(orderly);
export type RequestInput = z.output<typeof requestForm>;

/** The questions, one at a time; each saves its own fields only. */
export const questions = {
	vorhaben: { title: 'Was habt Ihr vor?', fields: ['title', 'requestKind', 'uses', 'summary'] },
	ort: { title: 'Wo soll es sein?', fields: ['place', 'radiusKm', 'regionIsHard', 'settings'] },
	groesse: { title: 'Wie viel Platz braucht Ihr?', fields: ['areaMinM2', 'areaMaxM2', 'areaIsHard', 'peopleNow', 'peopleTarget'] },
	geld: { title: 'Zu welchen Bedingungen?', fields: ['offerModes', 'offerModesAreHard', 'maxMonthly', 'maxPurchase'] },
	haus: {
		title: 'Was muss das Haus können?',
		fields: ['conditions', 'selfHelp', 'heritageOk', 'accessibilityRequired', 'publicAccessNeeded']
	},
	zeit: { title: 'Ab wann und wie lange?', fields: ['startFrom', 'startLatest', 'durationMonths', 'interimOk'] },
	gemeinwohl: { title: 'Was bringt Ihr dem Ort?', fields: ['commonGood', 'skillsSought', 'concept'] },
	zeigen: { title: 'Wer darf Euer Gesuch sehen?', fields: ['visibility'] }
} as const satisfies Record<string, { title: string; fields: readonly FieldName[] }>;
export type Question = keyof typeof questions;
export const questionIds = Object.keys(questions) as Question[];
export const isQuestion = (text: string | null): text is Question => text !== null && text in questions;

/** The schema of one question: only its fields, so that nothing else is touched. */
export function questionForm(question: Question) {
	const names: readonly FieldName[] = questions[question].fields;
	return z
		.object(Object.fromEntries(names.map((name) => [name, fields[name]])))
		.superRefine((input, ctx) => orderly(input as Ordered, ctx)) as unknown as z.ZodType<Partial<RequestInput>>;
}

export const profileForm = z.object({
	name: requiredText('Wie heißt Ihr?', 120),
	tagline: optionalText(200),
	actorKind: word(words.actorKinds, 'group_in_formation'),
	legalForm: optionalText(80),
	size: integer({ max: 100_000 }),
	offers: list(words.sharedResources),
	contactEmail: z.preprocess((v) => (v === '' ? undefined : v), z.email('Bitte eine gültige E-Mail-Adresse.').optional()),
	contactPhone: optionalText(40)
});
export type ProfileInput = z.output<typeof profileForm>;
