import { and, eq, isNull } from 'drizzle-orm';
import { frozenLeaves } from '#modules/procedures/frozen.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { admittedOf, type Panel } from '../panel.ts';
import { votingMember } from '../seat.ts';
import { loadWholePanel } from './internal/load-panel.ts';
import { reviews, reviewScores } from './tables.ts';

/** Points of every counting vote, by the id of the leaf, in the order of the chairs; whole numbers, nobody's name. */
export type Votes = { conceptId: string; number: number; leaves: Record<string, number[]> };

/** The same for a panel that is there already. */
export async function loadVotesWithin(ctx: Pick<Ctx, 'db'>, panel: Panel): Promise<Votes[]> {
	const rows = await ctx.db
		.select({ conceptId: reviews.conceptId, memberId: reviews.memberId, leafId: reviewScores.leafId, points: reviewScores.points })
		.from(reviewScores)
		.innerJoin(reviews, eq(reviews.id, reviewScores.reviewId))
		.where(and(eq(reviews.procedureId, panel.procedureId), isNull(reviewScores.supersededAt)));
	const pointsAt = new Map(rows.map((row) => [`${row.conceptId} ${row.memberId} ${row.leafId}`, row.points]));
	const leaves = frozenLeaves(panel.frozen);
	return admittedOf(panel).map(({ id, number }) => {
		const voters = panel.seating.jurors.flatMap((juror) => votingMember(panel.seating, juror, id) ?? []);
		const of = (leafId: string) => voters.flatMap((voter) => pointsAt.get(`${id} ${voter} ${leafId}`) ?? []);
		return { conceptId: id, number, leaves: Object.fromEntries(leaves.map((leaf) => [leaf.id, of(leaf.id)])) };
	});
}

/** What counts, for the ranking. The caller has asked who reads, and that the points are fixed. */
export async function loadVotes(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<Votes[]> {
	return loadVotesWithin(ctx, await loadWholePanel(ctx, procedureId));
}

export type CandidateOf = {
	conceptId: string;
	number: number;
	state: 'valid' | 'excluded';
	reason: string | null;
	conditionId: string | null;
};

/** What became of each concept of the round before it was scored. The caller has asked who reads. */
export async function candidatesOf(ctx: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<CandidateOf[]> {
	const { concepts } = await loadWholePanel(ctx, procedureId);
	return concepts.map(({ id, number, state, reason, conditionId }) => ({
		conceptId: id,
		number,
		state: state === 'excluded' ? 'excluded' : 'valid',
		reason,
		conditionId
	}));
}
