import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotStep } from '../conversation.ts';
import { isDirect, ownConversation, sideOf } from './internal/own-conversation.ts';
import { settleUnread } from './internal/settle-unread.ts';
import { removeMember } from './remove-member.ts';
import { conversations } from './tables.ts';

/** Goes: what one wrote stays, the rest is out of sight. Between two, the conversation ends with it. Throws 401, 404, 409. */
export async function leaveConversation(ctx: Ctx, id: string): Promise<void> {
	await ownConversation(ctx, id);
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, me } = await ownConversation(inside, id, { lock: true });
		if (isDirect(row) && row.state !== 'ended') {
			const against = whyNotStep(row.state, 'leave', sideOf(row, me.personId));
			if (against) throw refused(against.code, against.message);
			await db.update(conversations).set({ state: 'ended' }).where(eq(conversations.id, id));
		}
		await settleUnread(inside, me);
		await removeMember(inside, { conversationId: id, personId: me.personId });
	});
}
