import type { Ctx } from '#modules/people/actor.ts';
import { conflictSteps, type ConflictStep } from '../judging.ts';
import { admittedOf, standingOf, type Panel } from '../panel.ts';
import { scoringSeats } from '../policy.ts';
import { hasHandedIn } from '../turn.ts';
import { loadWholePanel } from './internal/load-panel.ts';

const steps = Object.keys(conflictSteps) as ConflictStep[];

/** Whether somebody of the jury has neither said how they stand to a concept nor handed in what they find of it: silence is not "none". */
const isSilent = (panel: Panel): boolean =>
	scoringSeats(panel).length > 0 &&
	admittedOf(panel).some(
		({ id }) =>
			!hasHandedIn(panel, id) &&
			!scoringSeats(panel).some(({ memberId }) => steps.some((step) => panel.declared.of(memberId, id, step) !== null))
	);

/** Whether whoever asks reads no order of the concepts before the decision: near to one of this round, or in its jury and silent about one. */
export async function isKeptAway(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<boolean> {
	const panel = await loadWholePanel(ctx, procedureId);
	return isSilent(panel) || panel.concepts.some(({ id }) => standingOf(panel, id, 'decision') === 'conflict');
}
