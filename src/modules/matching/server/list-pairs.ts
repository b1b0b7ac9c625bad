import { and, desc, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { matches } from './tables.ts';

/** Which pairs somebody sees: those of their requests, their municipalities' and their own houses; private requests only their own. */
function scope({ actor }: Ctx): SQL | undefined {
	if (!actor) return sql`false`;
	const own = eq(actorProfiles.personId, actor.id);
	const notPrivate = sql`${spaceRequests.visibility} <> 'private'`;
	const towns = editedMunicipalities(actor);
	const houses = or(eq(properties.ownerPersonId, actor.id), towns.length ? inArray(properties.ags, towns) : undefined);
	return isAdmin(actor) ? or(own, notPrivate) : or(own, and(houses, notPrivate));
}

/** Kept pairs that are open, what somebody waits for first, then the best. At most 200. */
export async function listOpenPairs(ctx: Ctx, { requestId }: { requestId?: string }) {
	return ctx.db
		.select({
			id: matches.id,
			spaceId: matches.spaceId,
			requestId: matches.requestId,
			score: matches.score,
			state: matches.state,
			computedAt: matches.computedAt,
			spaceTitle: properties.title,
			requestTitle: spaceRequests.title,
			actorName: actorProfiles.name
		})
		.from(matches)
		.innerJoin(properties, eq(properties.id, matches.spaceId))
		.innerJoin(spaceRequests, eq(spaceRequests.id, matches.requestId))
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(
			and(
				scope(ctx),
				requestId ? eq(matches.requestId, requestId) : undefined,
				sql`${matches.state} not in ('dismissed', 'failed', 'succeeded')`
			)
		)
		.orderBy(sql`${matches.state} in ('suggested', 'shown')`, desc(matches.score), desc(matches.computedAt))
		.limit(200);
}
