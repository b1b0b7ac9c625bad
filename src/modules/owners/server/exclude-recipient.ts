import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { lockLetter, recipientFor } from './internal/recipient-for.ts';
import { ownerRecipients } from './tables.ts';

/** Takes one letter out of a selection before it is sent. Throws 404 and 409. */
export async function excludeRecipient(ctx: Ctx, id: string): Promise<void> {
	await recipientFor(ctx, id);
	await ctx.db.transaction(async (db) => {
		await lockLetter({ ...ctx, db }, id, 'exclude');
		await db.update(ownerRecipients).set({ state: 'excluded', exclusion: 'by_hand' }).where(eq(ownerRecipients.id, id));
	});
}
