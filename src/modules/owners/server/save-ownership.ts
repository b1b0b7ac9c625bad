import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { OwnershipInput } from '../forms.ts';
import { checkOwnership } from './internal/own-house.ts';
import { ownershipFor } from './internal/owner-for.ts';
import { tell } from './internal/town.ts';
import { ownerships } from './tables.ts';

/** Changes what an owner holds of a house, or ends it. Throws 404, 409 and 422. */
export async function saveOwnership(ctx: Ctx, { id, input }: { id: string; input: OwnershipInput }): Promise<void> {
	const { ownership, owner } = await ownershipFor(ctx, id);
	const { propertyId, ownerId } = ownership;
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await db.execute(sql`select 1 from properties where id = ${propertyId} for update`);
		await checkOwnership(inside, input, { propertyId, ownerId, id });
		await db
			.update(ownerships)
			.set({ ...input, updatedAt: ctx.now })
			.where(eq(ownerships.id, id));
		await tell(inside, owner.ags, { kind: 'owner.ownership_saved' });
	});
}
