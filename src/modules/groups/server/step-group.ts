import type { Ctx } from '#modules/people/actor.ts';
import type { StepInput } from '../forms.ts';
import { groupForSpeaker } from './internal/group-for.ts';
import { moveGroup } from './internal/move-group.ts';
import { tellTown } from './internal/tell-town.ts';

/** Shows a group or takes it back, to everybody or to its municipality, or dissolves it. Throws 401, 403, 404, 409, 422. */
export async function stepGroup(ctx: Ctx, { id, step, reason }: StepInput & { id: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await groupForSpeaker(inside, id, { lock: true });
		await moveGroup(inside, row, { step, reason });
		if (step === 'turn' && row.ags) await tellTown(inside, row, row.ags);
	});
}
