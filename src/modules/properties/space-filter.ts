import { z } from 'zod';
import { parseGermanNumber } from '#lib/forms.ts';
import * as words from './vocabulary.ts';

/** What somebody looks for among the published spaces. Every filter is an address: `/raeume?q=werkstatt&ort=16278&umkreis=25`. Areas m², money euro. */
export type SpaceFilter = {
	text: string;
	place: string;
	radiusKm: number;
	uses: words.Use[];
	offers: words.OfferMode[];
	conditions: words.Condition[];
	types: words.PropertyType[];
	heritage: 'ja' | 'nein' | null;
	accessible: boolean;
	areaMin: number | null;
	areaMax: number | null;
	/** Euro per month. */
	rentMax: number | null;
	/** Euro in total. */
	purchaseMax: number | null;
	/** ISO date by which it must be free. */
	freeBy: string | null;
	/** Only spaces of which the asked area, price, date, protection or access is known. Without it the unknown ones follow the known ones: unknown never excludes. */
	knownOnly: boolean;
	state: string | null;
	district: string | null;
	municipality: string | null;
	/** West, south, east, north in degrees. */
	bbox: [number, number, number, number] | null;
	sort: SpaceSort;
	view: 'liste' | 'karte';
	page: number;
};

export const spaceSorts = { passung: 'Passung', entfernung: 'Entfernung', neu: 'Neueste', groesse: 'Größe' } as const;
export type SpaceSort = keyof typeof spaceSorts;

export const radii = [5, 10, 25, 50, 100, 200] as const;

export const noFilter: SpaceFilter = {
	text: '',
	place: '',
	radiusKm: 25,
	uses: [],
	offers: [],
	conditions: [],
	types: [],
	heritage: null,
	accessible: false,
	areaMin: null,
	areaMax: null,
	rentMax: null,
	purchaseMax: null,
	freeBy: null,
	knownOnly: false,
	state: null,
	district: null,
	municipality: null,
	bbox: null,
	sort: 'neu',
	view: 'liste',
	page: 1
};

/** The sort that serves best when nobody chose one: nearness to the words, else to the place, else the newest. */
export const usualSort = ({ text, place }: Pick<SpaceFilter, 'text' | 'place'>): SpaceSort =>
	text ? 'passung' : place ? 'entfernung' : 'neu';

/** "gemeinschaftliches Wohnen" as it stands in an address: "gemeinschaftliches-wohnen". */
export const addressWord = (german: string): string =>
	german
		.toLowerCase()
		.replace(/ä/g, 'ae')
		.replace(/ö/g, 'oe')
		.replace(/ü/g, 'ue')
		.replace(/ß/g, 'ss')
		.normalize('NFD')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

const someOf = <K extends string>(vocabulary: Record<K, string>) => {
	const codes = new Map(
		Object.entries<string>(vocabulary).flatMap(([code, german]) => [[code, code] as const, [addressWord(german), code] as const])
	);
	return z.array(
		z.string().transform((value, context) => codes.get(value) ?? (context.addIssue('unbekannt'), z.NEVER))
	) as unknown as z.ZodType<K[]>;
};
const last = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (Array.isArray(value) ? value.at(-1) : value), schema);
const number = (max: number) =>
	last(
		z
			.string()
			.transform((value) => parseGermanNumber(value.replace(/\s*(m²|qm|€|euro|km)$/i, '')))
			.pipe(z.number().min(0).max(max))
	);
const key = last(z.string().regex(/^[a-z0-9-]{1,80}$/));
const flag = last(z.enum(['ja', 'on', '1', 'true']).transform(() => true));
const box = last(
	z
		.string()
		.transform((value) => value.split(',').map(Number))
		.pipe(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number().min(-180).max(180), z.number().min(-90).max(90)]))
);

/** Each parameter of the address: the field it fills, how it is read, and how a notice calls it. */
const parameters = {
	q: { field: 'text', label: 'der Suche', schema: last(z.string().trim().max(120)) },
	ort: { field: 'place', label: 'dem Ort', schema: last(z.string().trim().max(80)) },
	umkreis: { field: 'radiusKm', label: 'dem Umkreis', schema: number(500).pipe(z.number().min(1)) },
	nutzung: { field: 'uses', label: 'der Nutzung', schema: someOf(words.uses) },
	angebot: { field: 'offers', label: 'dem Angebot', schema: someOf(words.offerModes) },
	zustand: { field: 'conditions', label: 'dem Zustand', schema: someOf(words.conditions) },
	art: { field: 'types', label: 'der Objektart', schema: someOf(words.propertyTypes) },
	denkmal: { field: 'heritage', label: 'dem Denkmalschutz', schema: last(z.enum(['ja', 'nein'])) },
	barrierefrei: { field: 'accessible', label: 'der Barrierefreiheit', schema: flag },
	flaeche_min: { field: 'areaMin', label: 'der Fläche', schema: number(1e7) },
	flaeche_max: { field: 'areaMax', label: 'der Fläche', schema: number(1e7) },
	miete_max: { field: 'rentMax', label: 'der Miete', schema: number(1e8) },
	kauf_max: { field: 'purchaseMax', label: 'dem Kaufpreis', schema: number(1e10) },
	frei_ab: { field: 'freeBy', label: 'dem Datum', schema: last(z.iso.date()) },
	nur_mit_angabe: { field: 'knownOnly', label: 'den Angaben', schema: flag },
	land: { field: 'state', label: 'dem Land', schema: key },
	kreis: { field: 'district', label: 'dem Kreis', schema: key },
	kommune: { field: 'municipality', label: 'der Kommune', schema: key },
	bbox: { field: 'bbox', label: 'dem Kartenausschnitt', schema: box },
	sortierung: { field: 'sort', label: 'der Sortierung', schema: last(z.enum(['passung', 'entfernung', 'neu', 'groesse'])) },
	ansicht: { field: 'view', label: 'der Ansicht', schema: last(z.enum(['liste', 'karte'])) },
	seite: { field: 'page', label: 'der Seite', schema: last(z.coerce.number().int().min(1).max(500)) }
} as const satisfies Record<string, { field: keyof SpaceFilter; label: string; schema: z.ZodType }>;

export type FilterParameter = keyof typeof parameters;

/** Parameters that may stand several times; of these each value is read on its own, so that one wrong word does not lose the others. */
const repeated: readonly string[] = ['nutzung', 'angebot', 'zustand', 'art'];

function readParameter(filter: SpaceFilter, name: FilterParameter, values: string[]): string[] {
	const { field, label, schema } = parameters[name];
	const notices: string[] = [];
	const take = (value: string | string[]) => {
		const parsed = schema.safeParse(value);
		if (!parsed.success) {
			notices.push(`Mit „${String(value).slice(0, 40)}“ bei ${label} konnten wir nichts anfangen und haben es weggelassen.`);
			return;
		}
		const before = filter[field];
		const after =
			Array.isArray(parsed.data) && repeated.includes(name) ? [...new Set([...(before as string[]), ...parsed.data])] : parsed.data;
		Object.assign(filter, { [field]: after });
	};
	if (repeated.includes(name)) for (const value of values) take([value]);
	else take(values);
	return notices;
}

/**
 * Reads a filter from an address. Never throws: what cannot be read becomes a German notice, and the rest holds.
 * @returns the filter, and the notices to show above the list
 */
export function readFilter(search: URLSearchParams): { filter: SpaceFilter; notices: string[] } {
	const filter: SpaceFilter = { ...noFilter };
	const notices: string[] = [];
	for (const name of Object.keys(parameters) as FilterParameter[]) {
		const values = search.getAll(name).filter((value) => value.trim() !== '');
		if (values.length) notices.push(...readParameter(filter, name, values.slice(0, 60)));
	}
	if (filter.areaMin !== null && filter.areaMax !== null && filter.areaMin > filter.areaMax) {
		[filter.areaMin, filter.areaMax] = [filter.areaMax, filter.areaMin];
		notices.push('Die kleinste Fläche war größer als die größte; wir haben die beiden getauscht.');
	}
	if (filter.sort === 'entfernung' && !filter.place) {
		filter.sort = usualSort(filter);
		notices.push('Nach Entfernung sortieren wir, sobald ein Ort dabeisteht.');
	}
	if (!search.get('sortierung')) filter.sort = usualSort(filter);
	if (!filter.place) filter.radiusKm = noFilter.radiusKm;
	return { filter, notices };
}

const vocabularies: Record<string, Record<string, string>> = {
	nutzung: words.uses,
	angebot: words.offerModes,
	zustand: words.conditions,
	art: words.propertyTypes
};

/** The value of a choice as it stands in an address: `rent` of `angebot` is "miete". */
export const choiceValue = (name: 'nutzung' | 'angebot' | 'zustand' | 'art', code: string): string =>
	addressWord(vocabularies[name]?.[code] ?? code);

/** The filter as address parameters, only what differs from no filter, always in the same order. */
export function filterParameters(filter: SpaceFilter): URLSearchParams {
	const search = new URLSearchParams();
	for (const [name, { field }] of Object.entries(parameters)) {
		const value = filter[field];
		if (name === 'sortierung' ? value === usualSort(filter) : name === 'umkreis' ? !filter.place : value === noFilter[field]) continue;
		if (repeated.includes(name)) for (const code of value as string[]) search.append(name, choiceValue(name as 'nutzung', code));
		else if (Array.isArray(value)) search.set(name, value.join(','));
		else if (value !== null) search.set(name, value === true ? 'ja' : String(value));
	}
	return search;
}

/** The address of a filtered view: the list, or the map that shows the same. A change of anything but the page leads back to page one. */
export function filterAddress(filter: SpaceFilter, change: Partial<SpaceFilter> = {}, path?: string): string {
	const changed = { ...filter, ...('page' in change ? {} : { page: 1 }), ...change };
	const stays = 'sort' in change || (filter.sort !== usualSort(filter) && (changed.place || filter.sort !== 'entfernung'));
	if (!stays) changed.sort = usualSort(changed);
	const own = path ?? (changed.view === 'karte' ? '/raeume/karte' : '/raeume');
	const search = filterParameters({ ...changed, view: own === '/raeume/karte' ? 'liste' : changed.view }).toString();
	return search ? `${own}?${search}` : own;
}
