import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { conversationByLink } from './internal/by-link.ts';
import { conversationMembers } from './tables.ts';

/** No mails about this conversation any more, or again; by the link of a mail, without signing in. Safe to repeat. Throws 410. */
export async function muteWithLink(ctx: Ctx, { link, isMuted }: { link: string; isMuted: boolean }): Promise<void> {
	const { row, me } = await conversationByLink(ctx, link);
	await ctx.db
		.update(conversationMembers)
		.set({ mutedAt: isMuted ? (me.mutedAt ?? ctx.now) : null })
		.where(and(eq(conversationMembers.conversationId, row.id), eq(conversationMembers.personId, me.personId)));
}
