import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { ownershipFor } from './internal/owner-for.ts';
import { tell } from './internal/town.ts';
import { ownerships } from './tables.ts';

/** Takes back what was entered by mistake; what has ended is kept as former instead. Throws 404. */
export async function removeOwnership(ctx: Ctx, id: string): Promise<void> {
	const { owner } = await ownershipFor(ctx, id);
	await ctx.db.transaction(async (db) => {
		await db.delete(ownerships).where(eq(ownerships.id, id));
		await tell({ ...ctx, db }, owner.ags, { kind: 'owner.ownership_removed' });
	});
}
