import { and, eq, isNull, sql } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { hintOf } from '#modules/organisations/invitation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { groupForSpeaker } from './internal/group-for.ts';
import { note } from './internal/tell.ts';
import { groupInvitations } from './tables.ts';

/** Takes an open invitation back; its link stops working. Throws 401, 403, 404. */
export async function withdrawGroupInvitation(ctx: Ctx, { id, invitationId }: { id: string; invitationId: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await groupForSpeaker(inside, id, { lock: true });
		const mine = and(eq(groupInvitations.id, invitationId), eq(groupInvitations.groupId, id));
		const [gone] = await db
			.update(groupInvitations)
			.set({ withdrawnAt: ctx.now })
			.where(and(mine, isNull(groupInvitations.withdrawnAt), sql`${groupInvitations.used} < ${groupInvitations.places}`))
			.returning({ email: groupInvitations.email });
		if (!gone) throw notFound('Diese Einladung ist schon angenommen oder zurückgenommen.');
		await note(inside, row, { kind: 'invitation_withdrawn', what: gone.email ? hintOf(gone.email) : 'Link' });
	});
}
