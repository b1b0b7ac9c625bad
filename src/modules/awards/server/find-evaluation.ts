import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { frozenLeaves, type Frozen } from '#modules/procedures/frozen.ts';
import type { Ranked } from '#modules/procedures/score.ts';
import { nameOf, tieText, type Candidate, type Item } from '../evaluation.ts';
import { maySeeEvaluation, mayLead } from '../policy.ts';
import { loadStanding } from './internal/load-standing.ts';
import { askFactor, seatOf } from './internal/part-for.ts';
import { awardPlaces } from './tables.ts';

/** The order as it was fixed with the recommendation; none before. */
async function fixedRanks(ctx: Pick<Ctx, 'db'>, id: string): Promise<Map<string, number | null>> {
	const rows = await ctx.db
		.select({ id: awardPlaces.conceptId, rank: awardPlaces.rank })
		.from(awardPlaces)
		.where(eq(awardPlaces.procedureId, id));
	return new Map(rows.map((row) => [row.id, row.rank]));
}

/** What lay in the second envelopes, once they are open: nothing where no price is weighed. */
const offersOf = ({ priceRule }: Pick<Frozen, 'priceRule'>, all: readonly Candidate[]) => {
	const valid = all.filter(({ isValid }) => isValid);
	const isOpen = priceRule === 'weighted' && valid.some(({ offerCents }) => offerCents !== null);
	return isOpen ? valid.map((one) => ({ id: one.conceptId, name: nameOf(one), cents: one.offerCents })) : [];
};

/**
 * Points, order, ties and sensitivity, for whoever leads, the jury and the clerk, once points are locked. Whoever has a conflict with one of the concepts
 * gets `isClosed` and nothing else until the decision. Throws 401, 404, and 403 where a juror has no second factor.
 */
export async function findEvaluation(ctx: Ctx, id: string) {
	const { row, part, phase } = await seatOf(ctx, id);
	const mayAtAll = maySeeEvaluation({ ...part, isConflicted: false }, 'locked');
	if (!mayAtAll) throw notFound();
	await askFactor(ctx, part);
	const closed = { isClosed: true as const, isEarly: phase === 'early', isConflicted: part.isConflicted };
	if (!maySeeEvaluation(part, phase)) return closed;
	const { call, candidates, evaluation, lot } = await loadStanding(ctx, row);
	const fixed = await fixedRanks(ctx, id);
	const ranking: Ranked[] = evaluation.ranking;
	const applicantOf = new Map(candidates.map(({ conceptId, applicant }) => [conceptId, applicant]));
	const isNamed = !call.frozen.isBlind || phase === 'told';
	return {
		...{ isClosed: false as const, state: row.state, ranking, items: evaluation.items satisfies Item[], firmness: evaluation.firmness },
		...{ missing: evaluation.missing, tie: tieText(call.frozen, ranking), tieRule: call.frozen.tieRule, hash: call.hash },
		applicants: isNamed ? Object.fromEntries(applicantOf) : {},
		offers: offersOf(call.frozen, candidates),
		unranked: evaluation.items.length ? [] : candidates.filter(({ isValid }) => isValid),
		excluded: candidates.filter(({ isValid }) => !isValid).map(({ number, title, reason }) => ({ number, title, reason })),
		isFixed: fixed.size > 0,
		leaves: frozenLeaves(call.frozen).length,
		needsLot: call.frozen.tieRule === 'lot' && evaluation.ties.length > 0,
		lot: lot && { announced: lot.announced, at: lot.announcedAt, word: lot.word, drawnAt: lot.drawnAt },
		mayDraw: mayLead(part) && phase === 'locked' && row.state !== 'recommended'
	};
}
export type FoundEvaluation = Extract<Awaited<ReturnType<typeof findEvaluation>>, { isClosed: false }>;
