import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { hasSecondFactor } from '#modules/people/server/has-second-factor.ts';
import { topOf } from '#modules/procedures/criteria.ts';
import type { FrozenLeaf } from '#modules/procedures/frozen.ts';
import { actsAs, admittedOf, clearOf, seatsIn, standingOf, undeclaredIn, type Panel } from '../panel.ts';
import { asJuror, conceptFor, scoringSeats } from '../policy.ts';
import { votingMember } from '../seat.ts';
import { spreadOf, type Spread } from '../spread.ts';
import { whyNotReveal } from '../turn.ts';
import { conceptForJury } from '../view.ts';
import { loadPanel } from './internal/load-panel.ts';
import { loadSource } from './internal/load-source.ts';
import { loadVotesWithin } from './load-votes.ts';
import { deliberations, presentations, reviews, reviewScores, scoreLocks } from './tables.ts';

const seen = ['deliberation', 'recommended', 'decided'];

async function panelOf(ctx: Ctx, id: string): Promise<Panel> {
	const panel = await loadPanel(ctx, id);
	if (!seen.includes(panel.state) || !seatsIn(panel, 'deliberation').length) throw notFound();
	if (scoringSeats(panel).length && !actsAs(panel, 'manager', 'pre_checker')) asJuror(panel, { hasFactor: await hasSecondFactor(ctx) });
	return panel;
}

/** How far the jury is apart on each leaf, by its id. */
const spreadsOf = (leaves: readonly FrozenLeaf[], votes: Record<string, number[]>): Record<string, Spread | null> =>
	Object.fromEntries(leaves.map((leaf) => [leaf.id, spreadOf(votes[leaf.id] ?? [], topOf(leaf))]));

/** The concepts of which whoever asks is clear, with where the jury is apart; dates; and whether points are fixed. Throws 401, 403 and 404. */
export async function listDeliberation(ctx: Ctx, id: string) {
	const panel = await panelOf(ctx, id);
	const leaves = panel.frozen.areas.flatMap((area) => area.leaves);
	const votes = new Map((await loadVotesWithin(ctx, panel)).map((one) => [one.conceptId, one.leaves]));
	const planned = await ctx.db.select().from(presentations).where(eq(presentations.procedureId, id));
	const changes = await ctx.db
		.select({ conceptId: reviews.conceptId })
		.from(reviewScores)
		.innerJoin(reviews, eq(reviews.id, reviewScores.reviewId))
		.where(and(eq(reviews.procedureId, id), inArray(reviews.state, ['submitted', 'locked'])))
		.groupBy(reviews.conceptId);
	const admitted = admittedOf(panel);
	const rows = clearOf(panel, 'deliberation')
		.filter((one) => admitted.includes(one))
		.map(({ id: conceptId, number, title }) => {
			const spreads = Object.values(spreadsOf(leaves, votes.get(conceptId) ?? {}));
			const slot = planned.find((one) => one.conceptId === conceptId && !one.cancelledAt);
			return {
				number,
				title,
				apart: spreads.filter((spread) => spread?.outliers.length).length,
				votes: Math.max(0, ...Object.values(votes.get(conceptId) ?? {}).map((all) => all.length)),
				slot: slot ? { startsAt: slot.startsAt, endsAt: slot.endsAt, place: slot.place } : null
			};
		});
	const locks = await ctx.db.select().from(scoreLocks).where(eq(scoreLocks.procedureId, id)).orderBy(desc(scoreLocks.lockedAt)).limit(20);
	return {
		...{
			rows,
			hasScores: changes.length > 0,
			lockedAt: panel.lockedAt,
			isOpen: panel.state === 'deliberation',
			isManager: actsAs(panel, 'manager')
		},
		...{
			toDeclare: undeclaredIn(panel, 'deliberation').length,
			isAway: admitted.some((one) => standingOf(panel, one.id, 'deliberation') === 'conflict'),
			hasPrice: panel.frozen.priceRule === 'weighted'
		},
		against: actsAs(panel, 'manager') && panel.state === 'deliberation' && !panel.lockedAt ? whyNotReveal(panel) : [],
		reopened: locks.flatMap(({ reopenedAt, reopenReason }) => (reopenedAt ? [{ at: reopenedAt, reason: reopenReason ?? '' }] : []))
	};
}
export type Deliberation = Awaited<ReturnType<typeof listDeliberation>>;

export type Cell = {
	memberId: string;
	points: number;
	reason: string;
	isMine: boolean;
	isOutlier: boolean;
	changes: { points: number; reason: string }[];
};

/** Side by side: each leaf with each vote, what it was before, and why it changed. */
async function tableOf({ db }: Ctx, panel: Panel, conceptId: string) {
	const rows = await db
		.select({ memberId: reviews.memberId, confidence: reviews.confidence, note: reviews.note, score: reviewScores })
		.from(reviews)
		.innerJoin(reviewScores, eq(reviewScores.reviewId, reviews.id))
		.where(and(eq(reviews.conceptId, conceptId), inArray(reviews.state, ['submitted', 'locked'])))
		.orderBy(asc(reviewScores.at), asc(reviewScores.id));
	const voters = panel.seating.jurors.flatMap((juror) => votingMember(panel.seating, juror, conceptId) ?? []);
	const shown = panel.members.filter(({ memberId }) => rows.some((row) => row.memberId === memberId));
	const jurors = shown.map((member) => {
		const own = rows.find((row) => row.memberId === member.memberId);
		return {
			memberId: member.memberId,
			name: member.name,
			counts: voters.includes(member.memberId),
			confidence: own?.confidence ?? null,
			note: own?.note ?? ''
		};
	});
	const columns = [...jurors].sort((a, b) => Number(b.counts) - Number(a.counts));
	const leaves = panel.frozen.areas.flatMap((area) => area.leaves);
	const table = leaves.map((leaf) => {
		const of = (memberId: string) =>
			rows.filter((row) => row.memberId === memberId && row.score.leafId === leaf.id).map(({ score }) => score);
		const counting = columns
			.filter(({ counts }) => counts)
			.map(({ memberId }) => of(memberId).find(({ supersededAt }) => !supersededAt)?.points ?? 0);
		const spread = spreadOf(counting, topOf(leaf));
		const cells = columns.flatMap(({ memberId }, n): Cell[] => {
			const all = of(memberId);
			const now = all.find(({ supersededAt }) => !supersededAt);
			if (!now) return [];
			const changes = all.flatMap((one, i) => (i > 0 ? [{ points: all[i - 1]?.points ?? 0, reason: one.changeReason ?? '' }] : []));
			return [
				{
					memberId,
					points: now.points,
					reason: now.reason,
					isMine: panel.mine.some((seat) => seat.memberId === memberId),
					isOutlier: spread?.outliers.includes(n) ?? false,
					changes
				}
			];
		});
		return { leaf, spread, cells };
	});
	return { columns, table };
}

/** One concept in the session. Throws 401, 403 and 404. */
export async function findDeliberation(ctx: Ctx, { id, number }: { id: string; number: number }) {
	const panel = await panelOf(ctx, id);
	const concept = conceptFor(panel, number, 'deliberation');
	if (concept.state !== 'valid') throw notFound();
	const { source } = await loadSource(ctx, panel, concept);
	const [noted] = await ctx.db.select().from(deliberations).where(eq(deliberations.conceptId, concept.id));
	const [planned] = await ctx.db.select().from(presentations).where(eq(presentations.conceptId, concept.id));
	const isOpen = panel.state === 'deliberation' && !panel.lockedAt;
	const leaving = panel.members.filter(({ memberId }) => panel.declared.hasConflict(memberId, concept.id));
	return {
		...{ reading: conceptForJury(source, { nameless: false }), ...(await tableOf(ctx, panel, concept.id)) },
		...{ isOpen, isManager: actsAs(panel, 'manager'), keepsMinutes: actsAs(panel, 'manager', 'pre_checker') },
		...{ note: noted?.note ?? '', noteVersion: noted?.version ?? 0, slot: planned && !planned.cancelledAt ? planned : null },
		leaving: [...new Set(leaving.map(({ name }) => name))],
		undeclared: [
			...new Set(
				panel.members
					.filter(
						(one) =>
							!one.hasLeft &&
							seatsIn({ mine: [one] }, 'deliberation').length &&
							!panel.declared.hasConflict(one.memberId, concept.id) &&
							!panel.declared.isClear(one.memberId, concept.id, 'deliberation')
					)
					.map(({ name }) => name)
			)
		]
	};
}
export type Deliberated = Awaited<ReturnType<typeof findDeliberation>>;
