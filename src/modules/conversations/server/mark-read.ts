import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { ownConversation } from './internal/own-conversation.ts';
import { settleUnread } from './internal/settle-unread.ts';
import { conversationMembers } from './tables.ts';

/** Whoever asks has seen the conversation up to this number; what is newer stays unread. Throws 401 and 404. */
export async function markRead(ctx: Ctx, { id, until }: { id: string; until: number }): Promise<void> {
	const { me } = await ownConversation(ctx, id);
	if (until <= me.readUntil && (me.unreadFrom === null || me.unreadFrom > until)) return;
	await ctx.db.transaction(async (db) => {
		const { row, me: now } = await ownConversation({ ...ctx, db }, id, { lock: true });
		const seen = Math.min(Math.max(until, now.readUntil), row.lastNumber);
		const mine = and(eq(conversationMembers.conversationId, id), eq(conversationMembers.personId, now.personId));
		const unreadFrom = seen < row.lastNumber && now.unreadFrom !== null ? Math.max(now.unreadFrom, seen + 1) : null;
		await db.update(conversationMembers).set({ readUntil: seen, unreadFrom }).where(mine);
		if (unreadFrom === null) await settleUnread({ ...ctx, db }, now);
	});
}
