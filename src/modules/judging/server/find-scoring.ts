import { eq, and, inArray, isNull } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { hasSecondFactor } from '#modules/people/server/has-second-factor.ts';
import { frozenLeaves } from '#modules/procedures/frozen.ts';
import { actsAs, admittedOf, standingOf, undeclaredIn, type Panel } from '../panel.ts';
import { asJuror, conceptFor, scoringSeats } from '../policy.ts';
import { redact } from '../redact.ts';
import type { Score } from '../review.ts';
import { hasHandedIn, mySeatFor, progressOf, tasksOf, whyNotReveal } from '../turn.ts';
import { conceptForJury, isNameless } from '../view.ts';
import { loadPanel } from './internal/load-panel.ts';
import { loadSource } from './internal/load-source.ts';
import { reviewOf } from './internal/review-row.ts';
import { candidates, reviews, reviewScores } from './tables.ts';

const scored = ['scoring', 'deliberation', 'recommended', 'decided'];

/** Titles as the jury may read them, by the id of the concept. */
async function titlesFor({ db }: Pick<Ctx, 'db'>, panel: Panel): Promise<(conceptId: string) => string> {
	const hides = isNameless(panel.frozen, panel.state);
	const rows = hides
		? await db
				.select({ id: candidates.conceptId, words: candidates.hiddenWords })
				.from(candidates)
				.where(eq(candidates.procedureId, panel.procedureId))
		: [];
	const titles = new Map(panel.concepts.map(({ id, title }) => [id, redact(title, rows.find((row) => row.id === id)?.words ?? [])]));
	return (conceptId) => titles.get(conceptId) ?? '';
}

/** What whoever asks scores, and for whoever leads how far everybody is, as counts. Throws 401, 403 and 404. */
export async function listScoring(ctx: Ctx, id: string) {
	const panel = await loadPanel(ctx, id);
	const isManager = actsAs(panel, 'manager');
	const isJuror = scoringSeats(panel).length > 0;
	if ((!isManager && !isJuror) || !scored.includes(panel.state)) throw notFound();
	if (isJuror && !isManager) asJuror(panel, { hasFactor: await hasSecondFactor(ctx) });
	const isOpen = panel.state === 'scoring';
	const [progress, admitted] = [isManager ? progressOf(panel) : null, admittedOf(panel)];
	const withdrawals = panel.seating.withdrawals.map((gone) => ({
		...gone,
		name: panel.members.find((one) => one.memberId === gone.memberId)?.name ?? ''
	}));
	return {
		...{ isOpen, isManager, isJuror, isBlind: isNameless(panel.frozen, panel.state), progress },
		/** The day by which all have scored, in UTC. */
		juryOn: panel.frozen.timeline.jury_on ?? null,
		tasks: isJuror ? tasksOf(panel, await titlesFor(ctx, panel)) : [],
		toDeclare: isJuror ? undeclaredIn(panel, 'scoring').length : 0,
		isAway: isJuror && admitted.some((one) => standingOf(panel, one.id, 'scoring') === 'conflict'),
		against: isManager && isOpen ? whyNotReveal(panel) : [],
		concepts: isManager ? admitted.map((one) => ({ id: one.id, number: one.number })) : [],
		withdrawals: isManager ? withdrawals : [],
		deputised: isManager ? panel.seating.deputies.map(({ deputyFor }) => deputyFor) : []
	};
}
export type Scoring = Awaited<ReturnType<typeof listScoring>>;

export type OthersReview = {
	name: string;
	confidence: number | null;
	note: string;
	scores: { leafId: string; points: number; reason: string }[];
};

/** What the others handed in for a concept, without whoever asks. The caller has asked whether they may see it. */
async function othersOf({ db }: Ctx, panel: Panel, conceptId: string): Promise<OthersReview[]> {
	const mine = new Set(panel.mine.map(({ memberId }) => memberId));
	const rows = await db
		.select({ review: reviews, score: reviewScores })
		.from(reviews)
		.innerJoin(reviewScores, and(eq(reviewScores.reviewId, reviews.id), isNull(reviewScores.supersededAt)))
		.where(and(eq(reviews.conceptId, conceptId), inArray(reviews.state, ['submitted', 'locked'])));
	const grouped = Map.groupBy(
		rows.filter(({ review }) => !mine.has(review.memberId)),
		({ review }) => review.memberId
	);
	return panel.members.flatMap(({ memberId, name }) => {
		const theirs = grouped.get(memberId);
		if (!theirs?.[0]) return [];
		const { confidence, note } = theirs[0].review;
		return [{ name, confidence, note, scores: theirs.map(({ score: { leafId, points, reason } }) => ({ leafId, points, reason })) }];
	});
}

/** One concept for whoever scores it, with their own words, and the others' once theirs are handed in. Throws 401, 403 and 404. */
export async function findScoring(ctx: Ctx, { id, number }: { id: string; number: number }) {
	const panel = await loadPanel(ctx, id);
	asJuror(panel, { hasFactor: await hasSecondFactor(ctx) });
	if (!scored.includes(panel.state)) throw notFound();
	const concept = conceptFor(panel, number, 'scoring');
	const seat = mySeatFor(panel, concept.id);
	if (concept.state !== 'valid' || !seat) throw notFound();
	const { source } = await loadSource(ctx, panel, concept);
	const review = await reviewOf(ctx, { conceptId: concept.id, memberId: seat.memberId });
	const kept: Score[] =
		review?.draft ??
		(review
			? await ctx.db
					.select({ leafId: reviewScores.leafId, points: reviewScores.points, reason: reviewScores.reason })
					.from(reviewScores)
					.where(and(eq(reviewScores.reviewId, review.id), isNull(reviewScores.supersededAt)))
			: []);
	const tasks = tasksOf(panel, await titlesFor(ctx, panel));
	const at = tasks.findIndex((task) => task.number === number);
	return {
		reading: conceptForJury(source, { nameless: isNameless(panel.frozen, panel.state) }),
		areas: panel.frozen.areas,
		review: {
			state: review?.state ?? 'open',
			version: review?.version ?? 0,
			confidence: review?.confidence ?? null,
			note: review?.note ?? '',
			scores: kept
		},
		others: hasHandedIn(panel, concept.id) ? await othersOf(ctx, panel, concept.id) : null,
		...{
			toDeclare: undeclaredIn(panel, 'scoring').length,
			isOpen: panel.state === 'scoring',
			isBlind: isNameless(panel.frozen, panel.state)
		},
		...{
			asDeputy: seat.role === 'deputy',
			hasVote: seat.role === 'deputy' || seat.hasVote,
			next: tasks.slice(at + 1).find(({ state }) => state === 'todo' || state === 'begun')?.number ?? null
		},
		leaves: frozenLeaves(panel.frozen).map(({ id: leafId, title }) => ({ id: leafId, title }))
	};
}
export type Scored = Awaited<ReturnType<typeof findScoring>>;
