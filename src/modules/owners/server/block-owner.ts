import type { Ctx } from '#modules/people/actor.ts';
import { leaveAlone } from './internal/leave-alone.ts';
import { ownerFor } from './internal/owner-for.ts';
import { tell } from './internal/town.ts';

/** An owner asked to be left alone: every letter that lies ready stays here. A second time changes nothing. Throws 404. */
export async function blockOwner(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<void> {
	const owner = await ownerFor(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		if (await leaveAlone(inside, id, reason)) await tell(inside, owner.ags, { kind: 'owner.blocked' });
	});
}
