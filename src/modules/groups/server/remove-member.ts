import { eq } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotRemove } from '../member.ts';
import { groupForSpeaker, membersOf } from './internal/group-for.ts';
import { takeOutOfTalk } from './internal/talk.ts';
import { note, tellPerson } from './internal/tell.ts';
import { groupMembers } from './tables.ts';

/** Ends somebody's membership, with a reason that they read. Throws 401, 403, 404, 409. */
export async function removeMember(ctx: Ctx, { id, memberId, reason }: { id: string; memberId: string; reason: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, me } = await groupForSpeaker(inside, id, { lock: true });
		const other = (await membersOf(inside, id)).find((member) => member.id === memberId);
		if (!other) throw notFound('Diese Person gehört nicht mehr zur Gruppe.');
		const not = whyNotRemove(me, other);
		if (not) throw refused(not.code, not.message);
		await db.delete(groupMembers).where(eq(groupMembers.id, memberId));
		await takeOutOfTalk(inside, row, other.personId);
		await note(inside, row, { kind: 'removed', personId: other.personId });
		await tellPerson(inside, other.personId, {
			title: `„${row.name}“: Eure Mitgliedschaft ist beendet`,
			text: reason,
			href: '/konto/gruppen'
		});
	});
}
