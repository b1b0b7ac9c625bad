import { kinds, type Kind, type State } from './procedure.ts';

/** What an address of the public list asks for. */

export const stands = { open: 'offen', running: 'in Bewertung', decided: 'entschieden', cancelled: 'aufgehoben' } as const;
export type Stand = keyof typeof stands;
/** Which states a stand covers. */
export const statesOf: Record<Stand, readonly State[]> = {
	open: ['open'],
	running: ['closed', 'precheck', 'scoring', 'deliberation', 'recommended'],
	decided: ['decided', 'option', 'contract', 'works', 'done'],
	cancelled: ['cancelled']
};

export const spans = { 14: 'in den nächsten 14 Tagen', 30: 'in den nächsten 30 Tagen', 90: 'in den nächsten 90 Tagen' } as const;
export type Span = keyof typeof spans;

export type ProcedureQuery = {
	stand: Stand | null;
	kind: Kind | null;
	stateCode: string | null;
	/** Adress word of a municipality. */
	town: string | null;
	/** Whose deadline ends within so many days. */
	within: Span | null;
	page: number;
};

const wordOf = <K extends string>(words: Record<K, string>, value: string | null): K | null =>
	value !== null && Object.hasOwn(words, value) ? (value as K) : null;

/** What it does not understand it leaves out. */
export function readProcedureQuery(params: URLSearchParams): ProcedureQuery {
	const page = Number(params.get('seite') ?? 1);
	const [stateCode, town, within] = [params.get('land'), params.get('kommune'), params.get('frist')];
	return {
		stand: wordOf(stands, params.get('stand')),
		kind: wordOf(kinds, params.get('art')),
		stateCode: stateCode !== null && /^(0[1-9]|1[0-6])$/.test(stateCode) ? stateCode : null,
		town: town !== null && /^[a-z0-9-]{1,120}$/.test(town) ? town : null,
		within: within !== null && Object.hasOwn(spans, within) ? (Number(within) as Span) : null,
		page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1
	};
}

export function procedureAddress({ stand, kind, stateCode, town, within }: ProcedureQuery, page = 1): string {
	const query = new URLSearchParams();
	if (stand) query.set('stand', stand);
	if (kind) query.set('art', kind);
	if (stateCode) query.set('land', stateCode);
	if (town) query.set('kommune', town);
	if (within) query.set('frist', String(within));
	if (page > 1) query.set('seite', String(page));
	return query.size ? `/verfahren?${query}` : '/verfahren';
}
export const isFiltered = ({ stand, kind, stateCode, town, within }: ProcedureQuery): boolean =>
	Boolean(stand || kind || stateCode || town || within);
