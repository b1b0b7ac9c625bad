import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { fields, type FieldName, type FieldSpec } from './fields.ts';
import { propertyFields } from './forms.ts';

export type RecordStep = {
	slug: string;
	/** In the line of steps. */
	title: string;
	question: string;
	hint?: string;
	names: readonly (FieldName | 'coordinates')[];
};

/** One question at a time; each step is a page and can be left and come back to. */
export const recordSteps: readonly RecordStep[] = [
	{
		slug: 'bild',
		title: 'Bild',
		question: 'Wie sieht es aus?',
		hint: 'Ein Foto von der Straße genügt. Ohne Foto geht es auch.',
		names: []
	},
	{
		slug: 'ort',
		title: 'Ort',
		question: 'Wo steht es?',
		hint: 'Straße oder Ort genügen. Öffentlich wird davon nichts, solange Sie es nicht veröffentlichen.',
		names: ['street', 'houseNumber', 'postalCode', 'city', 'district', 'coordinates']
	},
	{ slug: 'lage', title: 'Lage', question: 'Steht die Nadel richtig?', names: ['lat', 'lon'] },
	{
		slug: 'art',
		title: 'Art',
		question: 'Was ist es?',
		hint: '„unbekannt“ ist eine gute Antwort.',
		names: ['propertyType', 'vacancyDegree', 'lastUse', 'condition', 'isMunicipal']
	},
	{
		slug: 'groesse',
		title: 'Größe',
		question: 'Wie groß ist es?',
		hint: 'Geschätzt genügt. Was Sie nicht wissen, lassen Sie leer.',
		names: ['usableAreaM2', 'plotAreaM2', 'storeys', 'divisibleFromM2']
	},
	{
		slug: 'nutzung',
		title: 'Nutzung',
		question: 'Für wen könnte es sein?',
		names: ['usesWanted', 'offerModes', 'title', 'summary']
	},
	{ slug: 'pruefen', title: 'Prüfen', question: 'Stimmt alles?', names: [] }
];

export const stepAt = (slug: string): RecordStep | undefined => recordSteps.find((step) => step.slug === slug);
export const stepAfter = (slug: string): string => recordSteps[recordSteps.findIndex((step) => step.slug === slug) + 1]?.slug ?? 'pruefen';
export const stepBefore = (slug: string): string | undefined => recordSteps[recordSteps.findIndex((step) => step.slug === slug) - 1]?.slug;

const coordinates: FieldSpec = {
	label: 'Oder Koordinaten',
	seen: 'blurred',
	hint: 'Wie Sie sie haben: „53,0152 13,9991“, Grad und Minuten, UTM …'
};
export const specOf = (name: FieldName | 'coordinates'): FieldSpec => (name === 'coordinates' ? coordinates : fields[name]);

/** What one step may hold. */
export function stepForm(slug: string) {
	const names = stepAt(slug)?.names ?? [];
	const shape = Object.fromEntries(names.map((name) => [name, name === 'coordinates' ? optionalText(200) : propertyFields[name]]));
	return z.object(shape as Record<string, z.ZodType>);
}
