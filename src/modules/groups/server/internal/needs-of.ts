import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Need } from '../../need.ts';
import { groupMembers, groupNeeds } from '../tables.ts';

export type MemberNeed = Need & { memberId: string; by: string };

/** What everybody in a group needs, who said it first first. */
export async function needsOf({ db }: Pick<Ctx, 'db'>, groupId: string): Promise<MemberNeed[]> {
	const { id, memberId, title, uses, areaMinM2, areaMaxM2, maxMonthly, days, dayParts, noise } = groupNeeds;
	return db
		.select({
			...{ id, memberId, title, uses, areaMinM2, areaMaxM2, maxMonthly, days, dayParts, noise },
			by: sql<string>`coalesce(nullif(${people.name}, ''), 'ohne Namen')`
		})
		.from(groupNeeds)
		.innerJoin(groupMembers, eq(groupMembers.id, memberId))
		.innerJoin(people, eq(people.id, groupMembers.personId))
		.where(eq(groupNeeds.groupId, groupId))
		.orderBy(groupNeeds.createdAt, id);
}
