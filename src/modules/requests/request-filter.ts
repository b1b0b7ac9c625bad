import { uses, type Use } from '#modules/properties/vocabulary.ts';
import { parseGermanNumber } from '#lib/forms.ts';
import { requestKinds, type RequestKind } from './vocabulary.ts';

/** A list view as an address: `/gesuche?q=&nutzung=cafe&art=find_space&ort=16278&flaeche=100&seite=2`. Whatever is not understood is left out. */
export type RequestFilter = { q: string; use: Use | null; kind: RequestKind | null; place: string; area: number | null; page: number };

const oneOf = <K extends string>(words: Record<K, string>, text: string | null): K | null =>
	text !== null && text in words ? (text as K) : null;

export function readRequestFilter(query: URLSearchParams): RequestFilter {
	const area = parseGermanNumber(query.get('flaeche') ?? '');
	return {
		q: (query.get('q') ?? '').trim().slice(0, 100),
		use: oneOf(uses, query.get('nutzung')),
		kind: oneOf(requestKinds, query.get('art')),
		place: (query.get('ort') ?? '').trim().slice(0, 80),
		area: area !== null && area > 0 && area < 1e7 ? area : null,
		page: Math.min(10_000, Math.max(1, Math.trunc(Number(query.get('seite')) || 1)))
	};
}

/** The address of a filter with something changed; a change of anything but the page begins at the first. */
export function requestHref(filter: RequestFilter, change: Partial<RequestFilter> = {}): string {
	const next = { ...filter, page: 1, ...change };
	const query = new URLSearchParams();
	if (next.q) query.set('q', next.q);
	if (next.use) query.set('nutzung', next.use);
	if (next.kind) query.set('art', next.kind);
	if (next.place) query.set('ort', next.place);
	if (next.area) query.set('flaeche', String(next.area));
	if (next.page > 1) query.set('seite', String(next.page));
	const text = query.toString();
	return text ? `/gesuche?${text}` : '/gesuche';
}
