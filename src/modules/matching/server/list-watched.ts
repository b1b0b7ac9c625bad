import { desc, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import { seenVisibilities } from '#modules/requests/policy.ts';
import { watchItems } from './tables.ts';

/** One's own watch list, the newest first. `href` is null when the thing is no longer shown. */
export async function listWatched(ctx: Ctx) {
	if (!ctx.actor) return [];
	const seen = sql.join(
		seenVisibilities(ctx.actor).map((v) => sql`${v}`),
		sql`, `
	);
	const rows = await ctx.db
		.select({
			kind: watchItems.kind,
			subjectId: watchItems.subjectId,
			label: watchItems.label,
			createdAt: watchItems.createdAt,
			space: spaces.slug,
			confirmedSpace: spaces.lastConfirmedAt,
			confirmedRequest: spaceRequests.lastConfirmedAt,
			place: spaces.municipality,
			request: spaceRequests.slug
		})
		.from(watchItems)
		.leftJoin(spaces, sql`${watchItems.kind} = 'space' and ${spaces.id}::text = ${watchItems.subjectId}`)
		.leftJoin(
			spaceRequests,
			sql`${watchItems.kind} = 'request' and ${spaceRequests.id}::text = ${watchItems.subjectId} and ${spaceRequests.requestState} = 'published' and ${spaceRequests.visibility} in (${seen})`
		)
		.where(eq(watchItems.personId, ctx.actor.id))
		.orderBy(desc(watchItems.createdAt));
	return rows.map(({ space, request, confirmedSpace, confirmedRequest, ...row }) => ({
		...row,
		lastConfirmedAt: space ? confirmedSpace : confirmedRequest,
		href: space ? `/raeume/${space}` : request ? `/gesuche/${request}` : null
	}));
}
