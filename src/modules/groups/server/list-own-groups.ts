import { and, desc, eq, sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import type { GroupState } from '../group.ts';
import { groupCalls, groupKnocks, groupMembers, groupMixes, groups } from './tables.ts';

export type OwnGroupLine = {
	id: string;
	name: string;
	house: string | null;
	state: GroupState;
	isSpeaker: boolean;
	members: number;
	knocks: number;
};
export type OwnKnock = { slug: string; name: string; at: Date };
export type OwnCall = { id: string; words: string; house: string; slug: string; request: string; asked: number; at: Date };

/** One's own groups, where one has knocked, and to what an office invites one. Throws 401. */
export async function listOwnGroups(ctx: Ctx): Promise<{ groups: OwnGroupLine[]; knocks: OwnKnock[]; calls: OwnCall[] }> {
	const personId = ctx.actor?.id;
	if (!personId) throw unauthenticated();
	const lines = await ctx.db
		.select({
			...{ id: groups.id, name: groups.name, house: groups.houseTitle, state: groups.state, isSpeaker: groupMembers.isSpeaker },
			members: sql<number>`(select count(*)::int from group_members i where i.group_id = ${groups.id})`,
			knocks: sql<number>`case when ${groupMembers.isSpeaker} then (select count(*)::int from group_knocks k where k.group_id = ${groups.id} and k.state = 'open') else 0 end`
		})
		.from(groupMembers)
		.innerJoin(groups, eq(groups.id, groupMembers.groupId))
		.where(eq(groupMembers.personId, personId))
		.orderBy(sql`${groups.dissolvedAt} is not null`, desc(groups.updatedAt), groups.id);
	const knocks = await ctx.db
		.select({ slug: groups.slug, name: groups.name, at: groupKnocks.at })
		.from(groupKnocks)
		.innerJoin(groups, eq(groups.id, groupKnocks.groupId))
		.where(and(eq(groupKnocks.personId, personId), eq(groupKnocks.state, 'open'), sql`${groups.shownAt} is not null`))
		.orderBy(desc(groupKnocks.at));
	return { groups: lines, knocks, calls: await callsOf(ctx, personId) };
}

/** Whom else the office asks is not said: only how many. */
const callsOf = ({ db }: Ctx, personId: string): Promise<OwnCall[]> =>
	db
		.select({
			...{
				id: groupCalls.id,
				words: groupMixes.words,
				house: spaces.title,
				slug: spaces.slug,
				request: spaceRequests.title,
				at: groupMixes.at
			},
			asked: sql<number>`(select count(*)::int from group_calls c where c.mix_id = ${groupMixes.id})`
		})
		.from(groupCalls)
		.innerJoin(groupMixes, eq(groupMixes.id, groupCalls.mixId))
		.innerJoin(spaces, eq(spaces.id, groupMixes.propertyId))
		.innerJoin(spaceRequests, eq(spaceRequests.id, groupCalls.requestId))
		.where(and(eq(groupCalls.personId, personId), eq(groupCalls.state, 'open')))
		.orderBy(desc(groupMixes.at));
