import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { candidates, reviews, reviewScores } from '#modules/judging/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { kindRules, type Kind, type State } from '#modules/procedures/procedure.ts';
import { procedureMembers } from '#modules/procedures/server/tables.ts';

/** Points of the votes that count, by concept and leaf; names of nobody. */
export type ConceptVotes = Record<string, Record<string, number[]>>;

/** The points of every vote that counts. The caller has asked who reads. */
export async function loadVotes({ db }: Pick<Ctx, 'db' | 'actor'>, procedureId: string): Promise<ConceptVotes> {
	const rows = await db
		.select({
			...{ conceptId: reviews.conceptId, leafId: reviewScores.leafId },
			points: sql<number[]>`array_agg(${reviewScores.points}::int order by ${reviews.memberId})`
		})
		.from(reviews)
		.innerJoin(reviewScores, and(eq(reviewScores.reviewId, reviews.id), isNull(reviewScores.supersededAt)))
		.innerJoin(procedureMembers, eq(procedureMembers.id, reviews.memberId))
		.where(
			and(
				eq(reviews.procedureId, procedureId),
				inArray(reviews.state, ['submitted', 'locked']),
				or(procedureMembers.hasVote, eq(procedureMembers.role, 'deputy'))
			)
		)
		.groupBy(reviews.conceptId, reviewScores.leafId);
	const votes: ConceptVotes = {};
	for (const { conceptId, leafId, points } of rows) (votes[conceptId] ??= {})[leafId] = points;
	return votes;
}

/** Whether points can no longer change: all reviews are locked, or there is nothing to score and everything is checked. */
export async function areLocked(
	{ db }: Pick<Ctx, 'db' | 'actor'>,
	{ id, kind, state }: { id: string; kind: Kind; state: State }
): Promise<boolean> {
	const { hasCriteria, hasJury } = kindRules[kind];
	if (!hasCriteria) {
		const open = await db.$count(candidates, and(eq(candidates.procedureId, id), inArray(candidates.state, ['unchecked', 'supplement'])));
		return state === 'precheck' && open === 0;
	}
	if (state !== (hasJury ? 'deliberation' : 'scoring')) return false;
	const rows = await db
		.select({ state: reviews.state, n: sql<number>`count(*)::int` })
		.from(reviews)
		.where(eq(reviews.procedureId, id))
		.groupBy(reviews.state);
	return rows.some((one) => one.state === 'locked') && rows.every((one) => one.state === 'locked' || one.state === 'abstained');
}
