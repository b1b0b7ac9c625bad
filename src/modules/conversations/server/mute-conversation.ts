import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { ownConversation } from './internal/own-conversation.ts';
import { conversationMembers } from './tables.ts';

/** No mails and no count about this conversation any more, or again. Throws 401 and 404. */
export async function muteConversation(ctx: Ctx, { id, isMuted }: { id: string; isMuted: boolean }): Promise<void> {
	const { me } = await ownConversation(ctx, id);
	await ctx.db
		.update(conversationMembers)
		.set({ mutedAt: isMuted ? (me.mutedAt ?? ctx.now) : null })
		.where(and(eq(conversationMembers.conversationId, id), eq(conversationMembers.personId, me.personId)));
}
