import type { Ctx } from '#modules/people/actor.ts';
import { anyWish } from '#modules/matching/any-wish.ts';
import { canMix, roomsOf } from '#modules/matching/mix-sides.ts';
import { offersOf, type SpaceRow } from '#modules/matching/offers.ts';
import type { Wish } from '#modules/matching/pair.ts';
import { scorePair } from '#modules/matching/score.ts';
import { findPlans, type ShownPlan } from '#modules/matching/server/find-plans.ts';
import { findSpaceRow } from '#modules/matching/server/find-space-row.ts';
import { findWeights } from '#modules/matching/server/find-weights.ts';
import type { Weights } from '#modules/matching/weights.ts';
import { quarrels, sumOfNeeds, type Need, type NeedSum } from '../need.ts';
import type { GroupRow } from './internal/group-for.ts';

/** What a criterion of matching says to all needs together, in its own sentence. */
export type FitLine = { outcome: 'fits' | 'tension' | 'conflict' | 'unknown'; text: string };
export type Fit = {
	sum: NeedSum;
	/** Loud and quiet at the same time, by the titles of their needs. */
	quarrels: [string, string][];
	/** The house as everybody may see it; null while there is none, or none any more. */
	house: { title: string; slug: string; lines: FitLine[]; plan: ShownPlan | null; rooms: number } | null;
};

const wishOf = ({
	id,
	title,
	uses,
	areaMinM2,
	areaMaxM2,
	maxMonthly
}: Omit<Need, 'days' | 'dayParts' | 'noise'>): Wish & { title: string } => ({
	...{ ...anyWish, requestId: id, title, uses, areaMinM2, areaMaxM2, maxMonthly }
});

/** All needs together as one wish, held against the whole house, or what is left of it. */
function linesOf(space: SpaceRow, sum: NeedSum, weights: Weights): FitLine[] {
	const [whole] = offersOf(space);
	if (!whole) return [];
	const size = sum.areaMinM2 > 0 ? { areaMinM2: sum.areaMinM2, areaMaxM2: sum.areaMaxM2 } : { areaMinM2: null, areaMaxM2: null };
	const maxMonthly = sum.unpriced < sum.needs ? sum.maxMonthly : null;
	const all = wishOf({ id: 'all', title: 'alle', uses: sum.uses, ...size, maxMonthly });
	return scorePair(whole, all, weights).criteria.map(({ outcome, text }) => ({ outcome, text }));
}

async function planFor(ctx: Ctx, space: SpaceRow, needs: readonly Need[]) {
	const rooms = roomsOf(space);
	if (!canMix(rooms)) return { plan: null, rooms: rooms.length };
	// Who disturbs whom, and when, the group knows better than the uses tell: that is said beside the plan.
	const rules = { mixesNoise: true, rentAtLeast: null };
	const { plans } = await findPlans(ctx, { rooms, wishes: needs.map(wishOf), rules, most: 1 });
	return { plan: plans[0] ?? null, rooms: rooms.length };
}

/** What the members need together, and how it lies in the house, by the rules of matching. The caller has asked who reads. */
export async function findFit(ctx: Ctx, { propertyId }: Pick<GroupRow, 'propertyId'>, needs: readonly Need[]): Promise<Fit> {
	const sum = sumOfNeeds(needs);
	const loud = quarrels(needs).map(([a, b]): [string, string] => [a.title, b.title]);
	const space = propertyId ? await findSpaceRow(ctx, propertyId) : null;
	if (!space || !needs.length)
		return { sum, quarrels: loud, house: space && { title: space.title, slug: space.slug, lines: [], plan: null, rooms: 0 } };
	const weights = await findWeights(ctx);
	const { title, slug } = space;
	return {
		sum,
		quarrels: loud,
		house: { title, slug, lines: linesOf(space, sum, weights), ...(await planFor(ctx, space, needs)) }
	};
}
