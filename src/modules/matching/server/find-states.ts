import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { matches } from './tables.ts';

/** What is kept of all pairs of one space or one request, best first. */
export async function findStates(ctx: Ctx, side: { spaceId: string } | { requestId: string }) {
	const where = 'spaceId' in side ? eq(matches.spaceId, side.spaceId) : eq(matches.requestId, side.requestId);
	return ctx.db
		.select({ spaceId: matches.spaceId, requestId: matches.requestId, state: matches.state })
		.from(matches)
		.where(where)
		.orderBy(matches.score);
}
