import { and, eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { leaving } from '../member.ts';
import { groupForMember, membersOf } from './internal/group-for.ts';
import { moveGroup } from './internal/move-group.ts';
import { nameSpeakerIn } from './internal/name-speaker-in.ts';
import { takeOutOfTalk } from './internal/talk.ts';
import { note, tellMembers } from './internal/tell.ts';
import { groupMembers } from './tables.ts';

/**
 * Leaves a group, with one's needs. The last speaker hands over first (409, 422 without an heir); with the last member the group dissolves.
 * Returns whether it did. Throws 401, 404.
 */
export async function leaveGroup(ctx: Ctx, { id, heirId }: { id: string; heirId?: string }): Promise<{ isDissolved: boolean }> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, me } = await groupForMember(inside, id, { lock: true });
		const ends = leaving(await membersOf(inside, id), me, heirId ?? null);
		if ('code' in ends) throw refused(ends.code, ends.message, ends.field);
		const isLast = ends.ends === 'group';
		if (isLast && row.state !== 'dissolved') await moveGroup(inside, row, { step: 'dissolve', reason: 'Niemand ist mehr dabei.' });
		if (ends.heirId) await nameSpeakerIn(inside, row, { memberId: ends.heirId, speaks: true });
		await db.delete(groupMembers).where(and(eq(groupMembers.id, me.id), eq(groupMembers.groupId, id)));
		const name = ctx.actor?.name || 'Jemand';
		await takeOutOfTalk(inside, row, me.personId);
		await note(inside, row, { kind: 'left', personId: me.personId });
		await tellMembers(inside, row, {
			title: `${row.name}: jemand ist gegangen`,
			text: `${name} hat die Gruppe verlassen.`,
			tab: '/menschen'
		});
		return { isDissolved: isLast };
	});
}
