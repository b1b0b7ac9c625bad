import { fields, sections, type FieldName, type FieldSpec } from './fields.ts';
import { isOut, isPublic, shownPrecision } from './shown.ts';
import type { Property } from './to-space.ts';
import { typedOf } from './typed.ts';
import { precisions } from './vocabulary.ts';

/** Who looks at a house. */
export const audiences = { guest: 'Gäste', network: 'Netzwerk', municipality: 'Kommune', owner: 'Eigentümer:in' } as const;
export type Audience = keyof typeof audiences;

/** How a field is seen: as it stands, blurred, not yet because of the state of publication, or never. */
export const sights = { yes: 'ja', blurred: 'unscharf', later: 'noch nicht', no: 'nein' } as const;
export type Sight = keyof typeof sights;

export type SeenField = { name: FieldName; label: string; value: string; seen: Record<Audience, Sight> };
export type SeenSection = { title: string; fields: SeenField[] };

type Shown = Pick<Property, 'publicationState' | 'publicPrecision'>;

/** What of a blurred field the public precision lets through. */
function blurredSight(house: Shown): Sight {
	const precision = isPublic(house.publicationState) ? shownPrecision(house) : house.publicPrecision;
	if (precision === 'municipality' || precision === 'hidden') return 'no';
	return precision === 'exact' ? 'yes' : 'blurred';
}

/** Who sees a field of this class today. Those who look after the house, its municipality and its owner, see all of it. */
export function sightsOf(seen: FieldSpec['seen'], house: Shown): Record<Audience, Sight> {
	const outside = seen === 'blurred' ? blurredSight(house) : seen === 'public' ? 'yes' : 'no';
	const inside = seen === 'network' || seen === 'blurred' ? 'yes' : outside;
	const when = (sight: Sight, isOpen: boolean): Sight => (sight === 'no' || isOpen ? sight : 'later');
	return {
		guest: when(outside, isPublic(house.publicationState)),
		network: when(inside, isOut(house.publicationState)),
		municipality: 'yes',
		owner: 'yes'
	};
}

function words(spec: FieldSpec, raw: string | string[] | undefined): string {
	const said = [raw ?? ''].flat().filter((one) => one !== '' && one !== 'unknown');
	if (spec.kind === 'check') return said.length ? 'ja' : 'nein';
	const text = said.map((one) => (spec.options && Object.hasOwn(spec.options, one) ? spec.options[one] : one)).join(', ');
	return text && spec.suffix ? `${text} ${spec.suffix}` : text;
}

/** Every field of a house with what stands in it and who sees it today, in the order of the form. */
export function seenSections(house: Property): SeenSection[] {
	const typed = typedOf(house);
	const field = (name: FieldName): SeenField => {
		const { label } = fields[name];
		return { name, label, value: words(fields[name], typed[name]), seen: sightsOf(fields[name].seen, house) };
	};
	const named = new Set(sections.flatMap(({ names }) => names));
	const rest = (Object.keys(fields) as FieldName[]).filter((name) => !named.has(name));
	return [
		...sections.map(({ title, names }) => ({ title, fields: names.map(field) })),
		{ title: 'Aus dem Register', fields: rest.map(field) }
	];
}

/** What of the place the public gets to see, in a sentence. */
export const placeSentence = (house: Shown): string => {
	const precision = isPublic(house.publicationState) ? shownPrecision(house) : house.publicPrecision;
	return `Lage: ${precisions[precision]}`;
};
