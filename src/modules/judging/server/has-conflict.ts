import type { Ctx } from '#modules/people/actor.ts';
import { standingOf } from '../panel.ts';
import { loadWholePanel } from './internal/load-panel.ts';

/** Whether whoever asks has a conflict with one of the concepts of the round in force. */
export async function hasConflict(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<boolean> {
	const panel = await loadWholePanel(ctx, procedureId);
	return panel.concepts.some(({ id }) => standingOf(panel, id, 'decision') === 'conflict');
}
