import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { groupLimits } from '../../group.ts';
import { groupMembers } from '../tables.ts';
import { membersOf, type GroupRow } from './group-for.ts';
import { bringIntoTalk } from './talk.ts';

/** Makes somebody a member of a group whose row is locked. Returns their membership's id, also when they are in already. Throws 409 when it is full. */
export async function addMember(
	ctx: Ctx,
	row: Pick<GroupRow, 'id' | 'name'>,
	personId: string
): Promise<{ memberId: string; isNew: boolean }> {
	const members = await membersOf(ctx, row.id);
	const known = members.find((member) => member.personId === personId);
	if (known) return { memberId: known.id, isNew: false };
	if (members.length >= groupLimits.members)
		throw refused(
			'group-full',
			`Mehr als ${groupLimits.members} Menschen fasst eine Gruppe hier nicht. Mit einer Rechtsform wird daraus eine Organisation.`
		);
	const memberId = newId();
	await ctx.db.insert(groupMembers).values({ id: memberId, groupId: row.id, personId, joinedAt: ctx.now });
	await bringIntoTalk(ctx, row, personId);
	return { memberId, isNew: true };
}
