import { dayOf } from '#lib/calendar.ts';
import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { ReturnReason } from '../vocabulary.ts';
import { lockLetter, recipientFor } from './internal/recipient-for.ts';
import { ownerRecipients, owners, ownerships } from './tables.ts';

/**
 * A letter came back. An address that is wrong gets no further letter until it is changed; whoever has died stands as such at the house. Throws 404 and 409.
 */
export async function returnLetter(ctx: Ctx, { id, reason }: { id: string; reason: ReturnReason }): Promise<void> {
	const { recipient } = await recipientFor(ctx, id);
	const { ownerId, propertyId } = recipient;
	await ctx.db.transaction(async (db) => {
		await lockLetter({ ...ctx, db }, id, 'return');
		await db.update(ownerRecipients).set({ state: 'returned', returnReason: reason }).where(eq(ownerRecipients.id, id));
		if (reason === 'moved' || reason === 'address_wrong')
			await db
				.update(owners)
				.set({ addressTroubleOn: dayOf(ctx.now), updatedAt: ctx.now })
				.where(eq(owners.id, ownerId));
		if (reason === 'deceased')
			await db
				.update(ownerships)
				.set({ rank: 'deceased', updatedAt: ctx.now })
				.where(and(eq(ownerships.ownerId, ownerId), eq(ownerships.propertyId, propertyId), isNull(ownerships.until)));
	});
}
