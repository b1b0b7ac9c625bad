import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Membership } from './add-member.ts';
import { noteTrail } from './internal/note-trail.ts';
import { conversationMembers } from './tables.ts';

/** Takes somebody out of a conversation: they read and hear nothing more of it, what they wrote stays. Part of commands of other modules, which ask their own policy first. */
export async function removeMember(ctx: Ctx, { conversationId, personId }: Membership): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const gone = await db
			.update(conversationMembers)
			.set({ leftAt: ctx.now, unreadFrom: null })
			.where(
				and(
					eq(conversationMembers.conversationId, conversationId),
					eq(conversationMembers.personId, personId),
					isNull(conversationMembers.leftAt)
				)
			)
			.returning({ id: conversationMembers.personId });
		const kind = ctx.actor?.id === personId ? 'left' : 'removed';
		if (gone.length) await noteTrail({ ...ctx, db }, { conversationId, kind, personIds: [personId] });
	});
}
