import { and, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Score } from '../../review.ts';
import { reviews, reviewScores } from '../tables.ts';

export type ReviewRow = typeof reviews.$inferSelect;
type Key = { procedureId: string; conceptId: string; memberId: string };

/** The review of one member, or null. */
export async function reviewOf({ db }: Pick<Ctx, 'db'>, { conceptId, memberId }: Omit<Key, 'procedureId'>): Promise<ReviewRow | null> {
	const [row] = await db
		.select()
		.from(reviews)
		.where(and(eq(reviews.conceptId, conceptId), eq(reviews.memberId, memberId)));
	return row ?? null;
}

/** The same, made where there is none yet. */
export async function ensureReview(ctx: Ctx, key: Key): Promise<ReviewRow> {
	await ctx.db
		.insert(reviews)
		.values({ id: newId(), ...key, version: 0 })
		.onConflictDoNothing();
	const row = await reviewOf(ctx, key);
	if (!row) throw new Error('a review that was just written is there');
	return row;
}

/** The points come into being as they are handed in. */
export async function handIn(ctx: Ctx, reviewId: string, scores: readonly Score[]): Promise<void> {
	const rows = scores.flatMap(({ leafId, points, reason }) =>
		points === null ? [] : [{ id: newId(), reviewId, leafId, points, reason, at: ctx.now }]
	);
	await ctx.db.insert(reviewScores).values(rows);
}
