import { z } from 'zod';
import { checkbox, many, optionalDate, optionalNumber, optionalText, optionalWord, requiredText, word } from '#lib/forms.ts';
import { mailAddress } from '#modules/people/forms.ts';
import { announcementBases, type AnnouncementBasis } from './objection.ts';
import { degree, detailFields, detailsOf } from './details-form.ts';
import * as words from './vocabulary.ts';

/**
 * What can be said about a property, in form vocabulary: strings as browsers, spreadsheets and the API send them. One schema for page,
 * action, API and import. Areas in m², money in euro, WGS84 degrees. Blank is undefined; `unknown` is a value.
 */

const coordinate = (min: number, max: number, name: string) =>
	z.preprocess(
		(value) => (typeof value === 'string' ? (value.trim() === '' ? undefined : (degree(value) ?? value)) : (value ?? undefined)),
		z
			.number({ error: `${name}: bitte Grad eingeben, zum Beispiel 52,9672.` })
			.min(min, `${name}: liegt nicht in Deutschland.`)
			.max(max, `${name}: liegt nicht in Deutschland.`)
			.optional()
	);

const list = <K extends string>(vocabulary: Record<K, string>) =>
	many(z.enum(Object.keys(vocabulary) as [K, ...K[]], { error: 'Bitte nur Einträge aus der Liste wählen.' }));

const integer = (limits: { min?: number; max?: number }) =>
	optionalNumber(limits).refine((n) => n === undefined || Number.isInteger(n), 'Bitte eine ganze Zahl eingeben.');

const price = {
	priceAmount: optionalNumber(),
	priceUnit: optionalWord(words.priceUnits),
	priceType: word(words.priceTypes, 'unknown')
};

const commonFields = {
	title: optionalText(120),
	summary: optionalText(600),
	story: optionalText(10_000),
	propertyType: z.preprocess(
		(value) => (value === '' ? undefined : value),
		z.enum(Object.keys(words.propertyTypes) as [words.PropertyType], {
			error: 'Bitte sagen, was für ein Gebäude es ist; „unbekannt“ geht auch.'
		})
	),
	externalId: optionalText(80),
	street: optionalText(120),
	houseNumber: optionalText(20),
	postalCode: optionalText(5).refine((code) => code === undefined || /^\d{5}$/.test(code), 'Eine Postleitzahl hat fünf Ziffern.'),
	city: optionalText(120),
	district: optionalText(120),
	rawAddress: optionalText(400),
	lat: coordinate(47, 55.2, 'Breite'),
	lon: coordinate(5.5, 15.3, 'Länge'),
	locationSource: word(words.locationSources, 'unknown'),
	publicPrecision: word(words.precisions, 'district'),
	setting: word(words.settings, 'unknown'),
	constructionYear: integer({ min: 800, max: 2100 }),
	epoch: word(words.epochs, 'unknown'),
	storeys: integer({ max: 99 }),
	usableAreaM2: optionalNumber({ max: 1e7 }),
	livingAreaM2: optionalNumber({ max: 1e7 }),
	grossAreaM2: optionalNumber({ max: 1e7 }),
	plotAreaM2: optionalNumber({ max: 1e9 }),
	areaBasis: word(words.areaBases, 'unknown'),
	outdoor: list(words.outdoors),
	vacancyDegree: word(words.vacancyDegrees, 'unknown'),
	vacantSince: optionalDate(),
	vacantSincePrecision: optionalWord(words.datePrecisions),
	lastUse: word(words.lastUses, 'unknown'),
	lastPermittedUse: optionalText(200),
	condition: word(words.conditions, 'unknown'),
	heritage: word(words.heritages, 'unknown'),
	accessibility: word(words.accessibilities, 'unknown'),
	publicAccess: word(words.publicAccesses, 'unknown'),
	availableFrom: optionalDate(),
	availableUntil: optionalDate(),
	availabilityKind: word(words.availabilityKinds, 'unknown'),
	offerModes: list(words.offerModes),
	...price,
	ancillaryCosts: optionalNumber(),
	divisibleFromM2: optionalNumber({ max: 1e7 }),
	usesAllowed: list(words.uses),
	usesWanted: list(words.uses),
	usesExcluded: list(words.uses),
	directContact: checkbox(),
	isMunicipal: checkbox()
};

export const propertyFields = { ...commonFields, ...detailFields };

type Common = z.output<z.ZodObject<typeof commonFields>>;
type Flat = z.output<z.ZodObject<typeof propertyFields>>;

const addressMissing = (flat: Pick<Common, 'street' | 'city' | 'district' | 'postalCode' | 'lat' | 'lon'>): boolean =>
	!flat.street && !flat.city && !flat.district && !flat.postalCode && (flat.lat === undefined || flat.lon === undefined);

function whole<T extends Common>(flat: T, issues: z.core.$RefinementCtx<T>): void {
	const say = (path: string, message: string) => issues.addIssue({ code: 'custom', path: [path], message });
	if (addressMissing(flat)) say('street', 'Bitte eine Straße oder einen Ort angeben.');
	if ((flat.lat === undefined) !== (flat.lon === undefined)) say('lat', 'Bitte Breite und Länge zusammen angeben.');
	if (flat.availableFrom && flat.availableUntil && flat.availableUntil < flat.availableFrom)
		say('availableUntil', 'Das Ende liegt vor dem Anfang.');
	if (flat.priceAmount !== undefined && !flat.priceUnit)
		say('priceUnit', 'Bitte dazusagen, wofür der Betrag gilt: gesamt, im Monat, je m² oder im Jahr.');
	const both = flat.usesWanted.filter((use) => flat.usesExcluded.includes(use)).map((use) => words.uses[use]);
	if (both.length) say('usesExcluded', `Zugleich gewünscht und ausgeschlossen: ${both.join(', ')}.`);
}

const detailNames = new Set(Object.keys(detailFields));

function gather(flat: Flat) {
	const own = Object.fromEntries(Object.entries(flat).filter(([name]) => !detailNames.has(name)));
	return { ...(own as Omit<Flat, keyof typeof detailFields>), details: detailsOf(flat) };
}

/** A property as it was typed; the output is `PropertyInput`. Minimum: an address (street, place or point) and a kind. */
export const propertyForm = z.object(propertyFields).superRefine(whole).transform(gather);
export type PropertyInput = z.output<typeof propertyForm>;

/** The same rules for a row of a list, which never speaks of the rarely filled groups: half the work, and lists are long. */
export const listedPropertyForm = z
	.object(commonFields)
	.superRefine(whole)
	.transform((flat): PropertyInput => ({ ...flat, details: {} }));

export const unitForm = z.object({
	label: requiredText('Bitte dem Teil einen Namen geben, zum Beispiel „Gaststube“.', 120),
	unitType: word(words.unitTypes, 'other'),
	floor: word(words.floors, 'unknown'),
	areaMinM2: optionalNumber({ max: 1e7 }),
	areaMaxM2: optionalNumber({ max: 1e7 }),
	divisibleFromM2: optionalNumber({ max: 1e7 }),
	ceilingHeightM: optionalNumber({ max: 100 }),
	daylight: word(words.yesNo, 'unknown'),
	heated: word(words.yesNo, 'unknown'),
	waterConnection: word(words.yesNo, 'unknown'),
	power: word(words.powers, 'unknown'),
	accessibility: word(words.accessibilities, 'unknown'),
	maxPersons: integer({ max: 100_000 }),
	usesWanted: list(words.uses),
	availableFrom: optionalDate(),
	availableUntil: optionalDate(),
	...price,
	unitState: word(words.unitStates, 'free'),
	waitingListOpen: checkbox()
});
export type UnitInput = z.output<typeof unitForm>;

/** What is said about a picture or plan. */
export const mediaForm = z.object({
	kind: word(words.mediaKinds, 'outside'),
	alt: optionalText(300),
	caption: optionalText(200),
	credit: optionalText(120),
	visibility: word(words.mediaVisibilities, 'office')
});
export type MediaInput = z.output<typeof mediaForm>;

/** The ground on which a building of somebody else is shown. */
export const consentForm = z.object({
	legalBasis: z.enum(['consent', 'public_task', 'self_reported', 'own_property'], { error: 'Bitte die Grundlage wählen.' }),
	givenBy: requiredText('Bitte angeben, wer eingewilligt hat.', 200),
	givenOn: optionalDate(),
	scope: z.enum(['network', 'public_blurred', 'public'], { error: 'Bitte sagen, wie weit die Einwilligung reicht.' }),
	validUntil: optionalDate(),
	note: optionalText(500)
});

/** An announcement: on which ground, how and to whom. */
export const announcementForm = z.object({
	basis: z.enum(Object.keys(announcementBases) as [AnnouncementBasis, ...AnnouncementBasis[]], { error: 'Bitte die Grundlage wählen.' }),
	reason: requiredText('Bitte angeben, wie angekündigt wurde.', 500),
	addressee: optionalText(400),
	email: z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), mailAddress.optional())
});
export type AnnouncementInput = z.output<typeof announcementForm>;

/** What an owner says who objects by the code of a letter or the link of a mail. */
export const objectionForm = z.object({
	name: requiredText('Bitte sagen, wer widerspricht.', 200),
	text: optionalText(1000)
});
export type ObjectionInput = z.output<typeof objectionForm>;

/** Which house is saved, the version that was read, and what the person said to a warning. */
export const saveForm = z.object({
	id: z.string(),
	version: z.coerce.number().int(),
	anyway: checkbox(),
	toTown: z
		.string()
		.regex(/^\d{8}$/)
		.optional()
});
