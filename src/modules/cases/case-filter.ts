import { caseStates, type CaseState } from './case.ts';

/** What the list of cases is narrowed to, as it stands in the address. */
export const filterStates = { offen: 'alle offenen', ...caseStates } as const;
export type CaseFilter = {
	state: keyof typeof filterStates | null;
	/** `ich`, `niemand`, or the id of a person. */
	who: string | null;
	q: string;
	isLate: boolean;
	view: 'liste' | 'tafel';
	page: number;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function readCaseFilter(params: URLSearchParams): CaseFilter {
	const state = params.get('stand') ?? '';
	const who = params.get('wer') ?? '';
	const page = Number(params.get('seite') ?? 1);
	return {
		state: Object.hasOwn(filterStates, state) ? (state as CaseState | 'offen') : null,
		who: who === 'ich' || who === 'niemand' || uuid.test(who) ? who : null,
		q: (params.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100),
		isLate: params.get('faellig') === '1',
		view: params.get('ansicht') === 'tafel' ? 'tafel' : 'liste',
		page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1
	};
}

/** The address of a list: only what differs from an empty filter. */
export function caseListHref(filter: CaseFilter, change: Partial<CaseFilter> = {}): string {
	const { state, who, q, isLate, view, page } = { ...filter, page: 1, ...change };
	const query = new URLSearchParams();
	if (state) query.set('stand', state);
	if (who) query.set('wer', who);
	if (q) query.set('q', q);
	if (isLate) query.set('faellig', '1');
	if (view === 'tafel') query.set('ansicht', 'tafel');
	if (page > 1) query.set('seite', String(page));
	const text = query.toString();
	return text ? `/buero/faelle?${text}` : '/buero/faelle';
}

export const activeFilters = ({ state, who, q, isLate }: CaseFilter): number => [state, who, q, isLate].filter(Boolean).length;
