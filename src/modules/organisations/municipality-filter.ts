import { ruralTypes, sizeClasses, type RuralType, type SizeClass } from './municipality.ts';

export const sorts = { passung: 'Passung', name: 'Name', einwohner: 'Einwohnerzahl', leerstand: 'Leerstand' } as const;
export type Sort = keyof typeof sorts;

/** The list of municipalities as an address: every view can be linked to. State and district are register keys. */
export type MunicipalityFilter = {
	q: string;
	state: string;
	district: string;
	size: SizeClass | '';
	rural: RuralType | '';
	vacancyMin: number | null;
	vacancyMax: number | null;
	sort: Sort;
	page: number;
};

const wordOf = <K extends string>(words: Record<K, string>, value: string | null): K | '' =>
	value !== null && Object.hasOwn(words, value) ? (value as K) : '';

function percent(value: string | null): number | null {
	const number = Number((value ?? '').trim().replace(',', '.').replace(/\s*%$/, ''));
	return value?.trim() && Number.isFinite(number) && number >= 0 && number <= 100 ? Math.abs(number) : null;
}

/** Reads an address; what is not understood counts as not said. */
export function parseFilter(query: URLSearchParams): MunicipalityFilter {
	const q = (query.get('q') ?? '').replaceAll('\0', '').normalize('NFC').trim().slice(0, 100).toWellFormed().trim();
	const sort = wordOf(sorts, query.get('sortierung'));
	const state = /^\d{2}$/.exec(query.get('land') ?? '')?.[0] ?? '';
	const district = /^\d{5}$/.exec(query.get('kreis') ?? '')?.[0] ?? '';
	return {
		q,
		state,
		district: district.startsWith(state) ? district : '',
		size: wordOf(sizeClasses, query.get('groesse')),
		rural: wordOf(ruralTypes, query.get('raumtyp')),
		vacancyMin: percent(query.get('leerstand_min')),
		vacancyMax: percent(query.get('leerstand_max')),
		sort: q ? sort || 'passung' : sort === 'passung' ? 'name' : sort || 'name',
		page: Math.min(Math.max(Math.trunc(Number(query.get('seite'))) || 1, 1), 1000)
	};
}

/** The address of a filter, with changes: `filterAddress(filter, { page: 2 })`. A change of anything but the page begins on the first page. */
export function filterAddress(filter: MunicipalityFilter, changes: Partial<MunicipalityFilter> = {}): string {
	const next = { ...filter, page: 1, ...changes };
	const query = new URLSearchParams();
	const set = (name: string, value: string | number | null) =>
		value !== '' && value !== null && query.set(name, typeof value === 'number' ? String(value).replace('.', ',') : value);
	set('q', next.q);
	set('land', next.state);
	set('kreis', next.district.startsWith(next.state) ? next.district : '');
	set('groesse', next.size);
	set('raumtyp', next.rural);
	set('leerstand_min', next.vacancyMin);
	set('leerstand_max', next.vacancyMax);
	if (next.sort !== (next.q ? 'passung' : 'name')) set('sortierung', next.sort);
	if (next.page > 1) set('seite', next.page);
	const text = query.toString();
	return text ? `/kommunen?${text}` : '/kommunen';
}

/** How many filters are set beside the search. */
export const filterCount = ({ state, district, size, rural, vacancyMin, vacancyMax }: MunicipalityFilter): number =>
	[state, district, size, rural, vacancyMin, vacancyMax].filter((value) => value !== '' && value !== null).length;
