import { euro, germanDay, squareMetres } from '#lib/text/german.ts';
import { filterAddress, noFilter, type SpaceFilter } from './space-filter.ts';
import { conditions, offerModes, propertyTypes, uses } from './vocabulary.ts';

export type Chip = { text: string; href: string };

/** Names of places that the filter knows by key only. */
export type FilterNames = { place?: string; state?: string; district?: string; municipality?: string };

/** A part of the filter in words, and what takes it away again. */
type Part = [text: string | false | null | undefined, without: Partial<SpaceFilter>];

const area = ({ areaMin, areaMax }: SpaceFilter): string | null => {
	if (areaMin !== null && areaMax !== null) return `${areaMin} bis ${squareMetres(areaMax)}`;
	if (areaMin !== null) return `ab ${squareMetres(areaMin)}`;
	return areaMax === null ? null : `bis ${squareMetres(areaMax)}`;
};

/** Every part of the filter as a chip whose link shows the list without it. */
export function filterChips(filter: SpaceFilter, names: FilterNames = {}): Chip[] {
	const each = <K extends 'uses' | 'offers' | 'conditions' | 'types'>(field: K, vocabulary: Record<string, string>): Part[] =>
		filter[field].map((code) => [vocabulary[code], { [field]: filter[field].filter((other) => other !== code) }]);
	const parts: Part[] = [
		[filter.text && `„${filter.text}“`, { text: '' }],
		[filter.place && `${names.place ?? filter.place}, ${filter.radiusKm} km`, { place: '', radiusKm: noFilter.radiusKm }],
		[filter.municipality && (names.municipality ?? filter.municipality), { municipality: null }],
		[filter.district && (names.district ?? filter.district), { district: null }],
		[filter.state && (names.state ?? filter.state), { state: null }],
		...each('uses', uses),
		...each('offers', offerModes),
		...each('conditions', conditions),
		...each('types', propertyTypes),
		[area(filter), { areaMin: null, areaMax: null }],
		[filter.rentMax !== null && `bis ${euro(filter.rentMax)} im Monat`, { rentMax: null }],
		[filter.purchaseMax !== null && `bis ${euro(filter.purchaseMax)} Kaufpreis`, { purchaseMax: null }],
		[filter.freeBy && `frei bis ${germanDay(filter.freeBy)}`, { freeBy: null }],
		[filter.knownOnly && 'nur mit Angabe', { knownOnly: false }],
		[filter.heritage === 'ja' && 'Denkmal', { heritage: null }],
		[filter.heritage === 'nein' && 'kein Denkmal', { heritage: null }],
		[filter.accessible && 'barrierefrei', { accessible: false }],
		[filter.bbox && 'Kartenausschnitt', { bbox: null }]
	];
	return parts.flatMap(([text, without]) => {
		return text ? [{ text, href: filterAddress(filter, without) }] : [];
	});
}
