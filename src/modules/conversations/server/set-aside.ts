import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotStep } from '../conversation.ts';
import { ownConversation, sideOf } from './internal/own-conversation.ts';
import { settleUnread } from './internal/settle-unread.ts';
import { conversations } from './tables.ts';

/** Puts a first contact away without an answer; whoever wrote is told nothing, and an answer is possible later. Throws 401, 404, 409. */
export async function setAside(ctx: Ctx, id: string): Promise<void> {
	await ownConversation(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, me } = await ownConversation(inside, id, { lock: true });
		const against = whyNotStep(row.state, 'set_aside', sideOf(row, me.personId));
		if (against) throw refused(against.code, against.message);
		await db.update(conversations).set({ state: 'set_aside' }).where(eq(conversations.id, id));
		await settleUnread(inside, me);
	});
}
