import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { editedMunicipalities, type Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { matches } from './tables.ts';

export type Interest = {
	total: number;
	items: { spaceId: string; requestId: string; spaceTitle: string; requestTitle: string; actorName: string; since: Date | null }[];
};

/** Groups that want one of the houses one looks after (`owned`: one's own; else those of one's municipalities too) and wait for an answer, the newest first. */
export async function listInterest(ctx: Ctx, { owned = false, limit = 5 }: { owned?: boolean; limit?: number } = {}): Promise<Interest> {
	if (!ctx.actor) return { total: 0, items: [] };
	const towns = owned ? [] : editedMunicipalities(ctx.actor);
	const houses = or(eq(properties.ownerPersonId, ctx.actor.id), towns.length ? inArray(properties.ags, towns) : undefined);
	const rows = await ctx.db
		.select({
			spaceId: matches.spaceId,
			requestId: matches.requestId,
			spaceTitle: properties.title,
			requestTitle: spaceRequests.title,
			actorName: actorProfiles.name,
			since: matches.seekerInterestedAt,
			total: sql<number>`(count(*) over ())::int`
		})
		.from(matches)
		.innerJoin(properties, eq(properties.id, matches.spaceId))
		.innerJoin(spaceRequests, eq(spaceRequests.id, matches.requestId))
		.innerJoin(actorProfiles, eq(actorProfiles.id, spaceRequests.actorId))
		.where(and(eq(matches.state, 'interested_by_seeker'), sql`${spaceRequests.visibility} <> 'private'`, houses))
		.orderBy(desc(matches.seekerInterestedAt))
		.limit(limit);
	return { total: rows[0]?.total ?? 0, items: rows.map(({ total: _, ...item }) => item) };
}
