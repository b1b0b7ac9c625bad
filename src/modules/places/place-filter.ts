import { foldedWords } from '#lib/text/fold.ts';
import { bookables, legalForms, lives, offerKinds, placeStates } from './vocabulary.ts';
import type { Bookable, LegalForm, Life, OfferKind, PlaceState } from './vocabulary.ts';

/** What somebody looks for among the places. Every filter is an address: `/orte?stand=emerging&buchbar=stay&land=12`. */
export type PlaceFilter = {
	text: string;
	state: PlaceState | null;
	bookable: Bookable[];
	offers: OfferKind[];
	legalForm: LegalForm | null;
	life: Life | null;
	stateCode: string | null;
	/** Address word of a network. */
	network: string | null;
	ags: string | null;
	page: number;
};

export const noFilter: PlaceFilter = {
	...{ text: '', state: null, bookable: [], offers: [], legalForm: null, life: null, stateCode: null, network: null, ags: null },
	page: 1
};

const oneOf = <K extends string>(words: Record<K, string>, text: string | null): K | null =>
	text !== null && Object.hasOwn(words, text) ? (text as K) : null;
const allOf = <K extends string>(words: Record<K, string>, texts: string[]): K[] =>
	[...new Set(texts)].flatMap((text) => oneOf(words, text) ?? []);

/** What an address asks for; what is not understood is left out. */
export function readPlaceFilter(query: URLSearchParams): PlaceFilter {
	const word = (name: string, shape: RegExp) => (shape.test(query.get(name) ?? '') ? query.get(name) : null);
	return {
		text: (query.get('q') ?? '').trim().slice(0, 100),
		state: oneOf(placeStates, query.get('stand')),
		bookable: allOf(bookables, query.getAll('buchbar')),
		offers: allOf(offerKinds, query.getAll('angebot')),
		legalForm: oneOf(legalForms, query.get('rechtsform')),
		life: oneOf(lives, query.get('leben')),
		stateCode: word('land', /^\d{2}$/),
		network: word('netzwerk', /^[a-z0-9-]{1,80}$/),
		ags: word('kommune', /^\d{8}$/),
		page: Math.min(10_000, Math.max(1, Number.parseInt(query.get('seite') ?? '1', 10) || 1))
	};
}

/** The address of a filter, with something changed; a change leads to the first page. */
export function placeAddress(filter: PlaceFilter, change: Partial<PlaceFilter> = {}): string {
	const f = { ...filter, page: 1, ...change };
	const query = new URLSearchParams();
	const put = (name: string, value: string | null) => void (value && query.append(name, value));
	put('q', f.text);
	put('stand', f.state);
	for (const value of f.bookable) put('buchbar', value);
	for (const value of f.offers) put('angebot', value);
	put('rechtsform', f.legalForm);
	put('leben', f.life);
	put('land', f.stateCode);
	put('netzwerk', f.network);
	put('kommune', f.ags);
	if (f.page > 1) query.set('seite', String(f.page));
	return `/orte${query.size ? `?${query}` : ''}`;
}

/** A place as the filters see it: public columns only. */
export type PlaceFacts = {
	id: string;
	state: PlaceState;
	bookable: Bookable[];
	offers: OfferKind[];
	legalForm: LegalForm | null;
	stateCode: string;
	networkSlug: string | null;
	ags: string;
	searchText: string;
};

const livesAs = ({ offers }: PlaceFacts, life: Life): boolean => {
	const [living, working] = [offers.includes('living'), offers.includes('working')];
	return life === 'both' ? living && working : life === 'living' ? living : working;
};

type Part = Exclude<keyof PlaceFilter, 'page'>;
const parts: Record<Part, (place: PlaceFacts, filter: PlaceFilter) => boolean> = {
	text: (place, { text }) => foldedWords(text).every((word) => place.searchText.includes(word)),
	state: (place, { state }) => state === null || place.state === state,
	bookable: (place, { bookable }) => bookable.every((one) => place.bookable.includes(one)),
	offers: (place, { offers }) => offers.every((one) => place.offers.includes(one)),
	legalForm: (place, { legalForm }) => legalForm === null || place.legalForm === legalForm,
	life: (place, { life }) => life === null || livesAs(place, life),
	stateCode: (place, { stateCode }) => stateCode === null || place.stateCode === stateCode,
	network: (place, { network }) => network === null || place.networkSlug === network,
	ags: (place, { ags }) => ags === null || place.ags === ags
};

/** Whether a place answers everything that was asked; `without` leaves one question out, for counting its answers. */
export const fits = (place: PlaceFacts, filter: PlaceFilter, without?: Part): boolean =>
	(Object.keys(parts) as Part[]).every((part) => part === without || parts[part](place, filter));

export type PlaceCounts = {
	state: Record<string, number>;
	bookable: Record<string, number>;
	offers: Record<string, number>;
	legalForm: Record<string, number>;
	life: Record<string, number>;
	stateCode: Record<string, number>;
	network: Record<string, number>;
};

/** How many places each choice would leave: single choices as if nothing of their kind were chosen, combined ones on top of what is. */
export function countPlaces(all: PlaceFacts[], filter: PlaceFilter): PlaceCounts {
	const counted = (part: Part, keysOf: (place: PlaceFacts) => (string | null)[], adds = false) => {
		const found: Record<string, number> = {};
		for (const place of all)
			if (fits(place, filter, adds ? undefined : part)) for (const key of keysOf(place)) if (key) found[key] = (found[key] ?? 0) + 1;
		return found;
	};
	return {
		state: counted('state', (p) => [p.state]),
		bookable: counted('bookable', (p) => p.bookable, true),
		offers: counted('offers', (p) => p.offers, true),
		legalForm: counted('legalForm', (p) => [p.legalForm]),
		life: counted('life', (p) => (Object.keys(lives) as Life[]).filter((life) => livesAs(p, life))),
		stateCode: counted('stateCode', (p) => [p.stateCode]),
		network: counted('network', (p) => [p.networkSlug])
	};
}

export const filterCount = (f: PlaceFilter): number =>
	[f.state, f.legalForm, f.life, f.stateCode, f.network, f.ags].filter(Boolean).length + f.bookable.length + f.offers.length;
