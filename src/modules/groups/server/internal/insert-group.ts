import { newId } from '#lib/server/id.ts';
import { slugOf } from '#modules/organisations/organisation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { SpaceRequest } from '#modules/requests/to-public-request.ts';
import { groupSlug } from '../../group.ts';
import { groupMembers, groupNeeds, groupRoles, groups } from '../tables.ts';
import type { ChosenHouse } from './house-of.ts';
import { openTalk } from './talk.ts';
import { note } from './tell.ts';

type NewGroup = { name: string; idea?: string; seeks?: string; house: ChosenHouse; personId: string };

/** A new group with its first member, who speaks for it. Nobody else sees it. */
export async function insertGroup(
	ctx: Ctx,
	{ name, idea = '', seeks = '', house, personId }: NewGroup
): Promise<{ id: string; memberId: string }> {
	const [id, memberId] = [newId(), newId()];
	const moments = { createdAt: ctx.now, updatedAt: ctx.now };
	await ctx.db
		.insert(groups)
		.values({ id, slug: groupSlug(slugOf(name), id), name, idea, seeks, ...house, createdBy: personId, ...moments });
	await ctx.db.insert(groupMembers).values({ id: memberId, groupId: id, personId, isSpeaker: true, joinedAt: ctx.now });
	await ctx.db.insert(groupRoles).values({ id: newId(), groupId: id, title: 'Sprecher:in', memberId, createdAt: ctx.now });
	await openTalk(ctx, { id, name }, [personId]);
	await note(ctx, { id }, { kind: 'founded', what: name });
	return { id, memberId };
}

/** What somebody said in their request, as their need in the group. */
export async function needFromRequest(
	ctx: Ctx,
	{ groupId, memberId }: { groupId: string; memberId: string },
	request: Pick<SpaceRequest, 'title' | 'uses' | 'areaMinM2' | 'areaMaxM2' | 'maxMonthly'>
): Promise<void> {
	const { title, uses, areaMinM2, areaMaxM2, maxMonthly } = request;
	await ctx.db
		.insert(groupNeeds)
		.values({ id: newId(), groupId, memberId, title: title.slice(0, 120), uses, areaMinM2, areaMaxM2, maxMonthly, createdAt: ctx.now });
}
