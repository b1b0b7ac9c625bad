import { fields } from './fields.ts';
import * as words from '../vocabulary.ts';

const more: Record<string, string> = {
	raw_address: 'Adresse im Wortlaut',
	address_key: 'Adressschlüssel',
	location_source: 'Herkunft der Lage',
	area_basis: 'Herkunft der Flächen',
	vacant_since_precision: 'Genauigkeit von „leer seit“',
	price_unit: 'Preis gilt für',
	price_type: 'Art des Preises',
	details: 'Zusatzangaben',
	divisible_from_m2: 'teilbar ab'
};

const snake = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
const labels = new Map<string, string>([
	...Object.entries(fields).map(([id, { label }]): [string, string] => [snake(id), label.replace(/ in m²| \(.*\)/g, '')]),
	...Object.entries(more)
]);

/** The German name of a column of the register, or null. */
export const columnLabel = (column: string): string | null => labels.get(column) ?? null;

/** Columns that follow from others and need not be shown. */
export const isDerived = (column: string) => ['address_key', '_provenance', 'raw_address', 'location_source'].includes(column);

const vocabularies: Record<string, Record<string, string>> = {
	property_type: words.propertyTypes,
	condition: words.conditions,
	heritage: words.heritages,
	accessibility: words.accessibilities,
	vacancy_degree: words.vacancyDegrees,
	last_use: words.lastUses,
	setting: words.settings,
	offer_modes: words.offerModes,
	uses_wanted: words.uses,
	price_unit: words.priceUnits,
	price_type: words.priceTypes,
	area_basis: words.areaBases,
	vacant_since_precision: words.datePrecisions
};

/** A value as people read it: words in German, numbers with a comma, nothing as a dash. */
export function readable(column: string, value: unknown): string {
	if (value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)) return '–';
	if (Array.isArray(value)) return value.map((v) => readable(column, v)).join(', ');
	if (typeof value === 'boolean') return value ? 'ja' : 'nein';
	if (typeof value === 'number')
		return /year|storeys/.test(column) ? String(value) : value.toLocaleString('de-DE', { maximumFractionDigits: 6 });
	if (typeof value === 'object')
		return (
			Object.entries((value as { other?: Record<string, string> }).other ?? {})
				.map(([name, text]) => `${name}: ${text}`)
				.join(' · ') || '–'
		);
	const text = String(value);
	return vocabularies[column]?.[text] ?? (/^\d{4}-\d\d-\d\d$/.test(text) ? text.split('-').reverse().join('.') : text);
}
