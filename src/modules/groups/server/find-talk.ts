import { and, eq, isNull } from 'drizzle-orm';
import { conversationMembers } from '#modules/conversations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { groupForMember } from './internal/group-for.ts';
import { talkOf } from './internal/talk.ts';

/** The conversation of one's group; null for whoever left it there. Throws 401, 404. */
export async function findTalk(ctx: Ctx, groupId: string): Promise<string | null> {
	const { me } = await groupForMember(ctx, groupId);
	const conversationId = await talkOf(ctx, groupId);
	if (!conversationId) return null;
	const mine = and(eq(conversationMembers.conversationId, conversationId), eq(conversationMembers.personId, me.personId));
	const isIn = await ctx.db.$count(conversationMembers, and(mine, isNull(conversationMembers.leftAt)));
	return isIn ? conversationId : null;
}
