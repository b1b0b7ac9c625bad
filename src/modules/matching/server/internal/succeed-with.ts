import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { matches } from '../tables.ts';

/** The group says which space it found: that closes the circle of this pair. */
export async function succeedWith(ctx: Ctx, { spaceId, requestId }: { spaceId: string; requestId: string }): Promise<void> {
	await ctx.db
		.update(matches)
		.set({ state: 'succeeded', closedAt: ctx.now })
		.where(
			and(eq(matches.spaceId, spaceId), eq(matches.requestId, requestId), inArray(matches.state, ['contact_released', 'in_case', 'mutual']))
		);
}
