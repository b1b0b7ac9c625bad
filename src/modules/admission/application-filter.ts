import { applicationStates, isClosed, type ApplicationState } from './vocabulary.ts';

export const groups = { open: 'laufende', overdue: 'überfällige', closed: 'abgeschlossene', all: 'alle' } as const;
export type Group = keyof typeof groups;
export type ApplicationFilter = { q: string; state: ApplicationState | ''; group: Group; view: 'liste' | 'tafel' };

/** What the address asks for; what is not understood is left out. */
export function readApplicationFilter(query: URLSearchParams): ApplicationFilter {
	const state = query.get('stand') ?? '';
	const group = query.get('auswahl') ?? '';
	return {
		q: (query.get('q') ?? '').trim().slice(0, 100),
		state: Object.hasOwn(applicationStates, state) ? (state as ApplicationState) : '',
		group: Object.hasOwn(groups, group) ? (group as Group) : 'open',
		view: query.get('ansicht') === 'tafel' ? 'tafel' : 'liste'
	};
}

type Filtered = { state: ApplicationState; dueOn: string | null };

/** Whether an application is in the group; overdue is what was promised for a day that has passed. */
export const isInGroup = ({ state, dueOn }: Filtered, group: Group, today: string): boolean =>
	({
		open: !isClosed(state),
		overdue: !isClosed(state) && state !== 'on_hold' && dueOn !== null && dueOn < today,
		closed: isClosed(state),
		all: true
	})[group];
