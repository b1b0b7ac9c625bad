import type { Rows } from '#lib/ui/areas.ts';
import { states, type State } from './procedure.ts';

/** The way of a procedure in six stretches: the pages of one and the list of all are sorted by them. */
export const phases = {
	preparation: { text: 'Vorbereitung', states: ['draft', 'ready'] },
	submission: { text: 'Abgabezeit', states: ['open', 'closed'] },
	judging: { text: 'Wertung', states: ['precheck', 'scoring', 'deliberation'] },
	decision: { text: 'Entscheidung', states: ['recommended', 'decided'] },
	afterwards: { text: 'Danach', states: ['option', 'contract', 'works', 'done'] },
	ended: { text: 'Ohne Ergebnis', states: ['cancelled', 'discarded'] }
} as const satisfies Record<string, { text: string; states: readonly State[] }>;
export type Phase = keyof typeof phases;
const names = Object.keys(phases) as Phase[];
const statesOf = (phase: Phase): readonly State[] => phases[phase].states;

/** What a list of procedures is asked for: one state, a stretch of states, or everything. */
export type Asked = { phase: Phase | null; state: State | null; states: readonly State[] | null };

/** Reads `?stand=` and `?phase=`; what is not known asks for everything. */
export function askedOf(params: URLSearchParams): Asked {
	const [stand, stretch] = [params.get('stand') ?? '', params.get('phase') ?? ''];
	const state = Object.hasOwn(states, stand) ? (stand as State) : null;
	const phase = state ? names.find((name) => statesOf(name).includes(state)) : names.find((name) => name === stretch);
	return { phase: phase ?? null, state, states: state ? [state] : phase ? statesOf(phase) : null };
}

/** The address of the list for what is asked. */
export function listHref({ phase, state }: Pick<Asked, 'phase' | 'state'>, page = 1): string {
	const asked: Record<string, string> = state ? { stand: state } : phase ? { phase } : {};
	return `/buero/verfahren?${new URLSearchParams({ ...asked, ...(page > 1 && { seite: String(page) }) })}`.replace(/\?$/, '');
}

/** Two rows of tabs above the list: the stretches, and below them the states of the one that is asked for. */
export function listRows(asked: Asked): Rows {
	const { phase, state } = asked;
	const within = phase ? [null, ...statesOf(phase)] : [];
	return {
		areas: [null, ...names].map((name) => ({
			href: listHref({ phase: name, state: null }),
			text: name ? phases[name].text : 'Alle',
			current: name === phase
		})),
		area: phase ? phases[phase].text : '',
		pages: within.map((one) => ({ href: listHref({ phase, state: one }), text: one ? states[one] : 'alle', current: one === state }))
	};
}
