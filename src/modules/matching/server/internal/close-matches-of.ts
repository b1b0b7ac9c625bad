import { and, inArray, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { matches } from '../tables.ts';

/** One side is gone: suggestions go with it, what people began is closed with the reason, what is over stays. */
export async function closeMatchesOf(ctx: Ctx, { where, reason }: { where: SQL; reason: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		await db.delete(matches).where(and(where, inArray(matches.state, ['suggested', 'shown'])));
		await db
			.update(matches)
			.set({ state: 'failed', closedAt: ctx.now, closedReason: reason })
			.where(and(where, inArray(matches.state, ['interested_by_seeker', 'interested_by_provider', 'mutual'])));
	});
}
