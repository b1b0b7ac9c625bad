import type { State } from '#modules/procedures/procedure.ts';
import type { ConflictStep } from './judging.ts';

/** Which step of judging a state of the procedure is. */
const stepOfState: Partial<Record<State, ConflictStep>> = {
	precheck: 'precheck',
	scoring: 'scoring',
	deliberation: 'deliberation',
	recommended: 'decision',
	decided: 'decision'
};
const order: readonly ConflictStep[] = ['precheck', 'scoring', 'deliberation', 'decision'];

/** The step that is on, or the next one in which these take part; null before the opening and where nothing is left. */
export function stepNow(state: State, mine: readonly ConflictStep[]): ConflictStep | null {
	const now = stepOfState[state];
	return now ? (mine.find((step) => order.indexOf(step) >= order.indexOf(now)) ?? null) : null;
}

/** Since the opening everybody knows of them. */
export const isOpened = (state: State): boolean => stepOfState[state] !== undefined;
