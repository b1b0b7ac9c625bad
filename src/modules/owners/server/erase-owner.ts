import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { ownerFor } from './internal/owner-for.ts';
import { tell } from './internal/town.ts';
import { owners } from './tables.ts';

/** Deletes an owner with everything that hangs on them: ownership, letters, answers. Houses and figures of closed campaigns stay. Throws 404. */
export async function eraseOwner(ctx: Ctx, id: string): Promise<void> {
	const owner = await ownerFor(ctx, id);
	await ctx.db.transaction(async (db) => {
		await db.delete(owners).where(eq(owners.id, id));
		await tell({ ...ctx, db }, owner.ags, { kind: 'owner.erased' });
	});
}
