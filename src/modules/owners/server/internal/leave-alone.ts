import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { ownerRecipients, owners } from '../tables.ts';

/** From now on nothing reaches this owner: the wish is kept with its reason, and letters that lie ready stay here. In the caller's transaction. */
export async function leaveAlone(ctx: Ctx, ownerId: string, reason: string): Promise<boolean> {
	const [changed] = await ctx.db
		.update(owners)
		.set({ doNotContactAt: ctx.now, doNotContactReason: reason, updatedAt: ctx.now })
		.where(and(eq(owners.id, ownerId), isNull(owners.doNotContactAt)))
		.returning({ id: owners.id });
	await ctx.db
		.update(ownerRecipients)
		.set({ state: 'excluded', exclusion: 'do_not_contact' })
		.where(and(eq(ownerRecipients.ownerId, ownerId), eq(ownerRecipients.state, 'queued')));
	return changed !== undefined;
}
