import type { Ctx } from '#modules/people/actor.ts';
import { lockOf } from './internal/load-panel.ts';

/** Whether the points of a procedure are fixed: before, no offer is opened and nothing is recommended. */
export const isScoreLocked = async (ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<boolean> =>
	(await lockOf(ctx, procedureId)) !== null;
