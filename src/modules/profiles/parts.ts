import { z } from 'zod';
import { optionalNumber, optionalText, optionalWord, requiredText } from '#lib/forms.ts';
import { propertyTypes } from '#modules/properties/vocabulary.ts';

/** What the profile of a municipality or county is made of, kind by kind: one schema for form, command and projection. */

const { unknown: _, ...houses } = propertyTypes;
/** What a project can be drawn as. */
export const houseKinds = houses;

const title = requiredText('Bitte eine Überschrift eintragen.', 120);
const text = (max = 4000) => requiredText('Bitte einen Text eintragen.', max);
const year = optionalNumber({ min: 1200, max: 2100 }).refine(
	(value) => value === undefined || Number.isInteger(value),
	'Bitte ein Jahr mit vier Ziffern.'
);
const count = optionalNumber({ min: 1, max: 500 }).refine(
	(value) => value === undefined || Number.isInteger(value),
	'Bitte eine ganze Zahl.'
);

/** A link that people follow: nothing but http(s) gets on a page. */
const website = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() === '' ? undefined : value),
	z
		.url({ protocol: /^https?$/, error: 'Bitte eine vollständige Adresse, zum Beispiel https://www.beispiel.de.' })
		.max(300, 'Bitte höchstens 300 Zeichen.')
		.optional()
);
/** The id of a picture of the gallery that stands beside a text. */
const picture = z.preprocess((value) => (value === '' ? undefined : value), z.uuid('Dieses Bild gibt es nicht mehr.').optional());

export const partSchemas = {
	intro: z.object({ title, text: text(2500) }),
	frame: z.object({ districtCount: count, insekYear: year, insekUrl: website, cooperationSince: year, podcastUrl: website }),
	fact: z.object({ title, text: optionalText(300) }),
	standing: z.object({ title, text: text(), picture }),
	next: z.object({ title, text: text() }),
	project: z.object({ title, text: text(1200), house: optionalWord(houseKinds), year, website }),
	voice: z.object({
		text: text(600),
		name: requiredText('Wer spricht? Bitte den Namen eintragen.', 120),
		function: requiredText('In welcher Aufgabe? Zum Beispiel „Bürgermeisterin“.', 160)
	}),
	picture: z.object({
		alt: requiredText('Was ist zu sehen? Ein Satz für Menschen, die das Bild nicht sehen.', 300),
		caption: optionalText(200),
		credit: requiredText('Von wem ist das Bild? Das gehört an jedes Foto.', 120)
	}),
	recording: z.object({ title, speakers: optionalText(200), transcript: optionalText(30_000) })
} as const;
export type PartKind = keyof typeof partSchemas;
export type PartData<K extends PartKind = PartKind> = z.output<(typeof partSchemas)[K]>;

/** What kind of file belongs to a part of a kind, and whether it can be without. */
export const partFiles: Partial<Record<PartKind, { what: 'picture' | 'recording'; required: boolean }>> = {
	voice: { what: 'picture', required: false },
	picture: { what: 'picture', required: true },
	recording: { what: 'recording', required: true }
};
