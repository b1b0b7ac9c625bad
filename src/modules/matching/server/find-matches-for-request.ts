import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { offersOf, type SpaceRow } from '../offers.ts';
import type { Offer, Wish } from '../pair.ts';
import { nearMiss, scoreSpace, type NearMiss, type PairScore } from '../score.ts';
import type { Weights } from '../weights.ts';
import { findWeights } from './find-weights.ts';
import { bestFirst } from './internal/best-first.ts';
import { spaceSelection, spaceSource } from './internal/space-rows.ts';
import { cardOf, known, spaceTerms } from './internal/cards.ts';
import { boundOf } from './internal/bound.ts';
import { spaceStages } from './internal/space-stages.ts';
import { spaceCards } from './tables.ts';
import { spaces } from '#modules/properties/server/tables.ts';

/** A space that fits a request, with the part of it that fits best. */
export type SpaceMatch = { space: SpaceRow; offer: Offer; result: PairScore; score: number };
export type SpaceNearMiss = SpaceMatch & { miss: NearMiss };

const order = (a: SpaceMatch, b: SpaceMatch) =>
	b.score - a.score || b.result.reliability - a.result.reliability || a.space.id.localeCompare(b.space.id);

const query = (where: ReturnType<typeof sql>) => sql`select ${spaceSelection} from ${spaceSource} where ${where}`;

/** The spaces that fit a wish best: exactly those scores that scoring every space would give. The caller has asked who may see the request. */
export async function findMatchesForRequest(
	ctx: Ctx,
	wish: Wish,
	{ limit = 20, weights }: { limit?: number; weights?: Weights } = {}
): Promise<SpaceMatch[]> {
	const by = weights ?? (await findWeights(ctx));
	const card = cardOf(wish);
	const bound = boundOf({ s: spaceTerms, r: known(card) }, by);
	return bestFirst<SpaceRow, SpaceMatch>(ctx.db, {
		stages: await spaceStages(ctx, { wish, card, losing: bound.losing }, by),
		cards: { table: sql`${spaceCards}`, id: sql`${spaceCards.spaceId}`, ...bound },
		read: async (ids) => (await ctx.db.execute<SpaceRow>(query(sql`${spaces.id} = any(${sql.param(ids)}::uuid[])`))).rows,
		score: (space) => {
			const { offer, result } = scoreSpace(offersOf(space), wish, by);
			return result.excluded ? null : { space, offer, result, score: result.score };
		},
		order,
		limit
	});
}

/** earthdistance measures on a slightly larger sphere than we do; a box is drawn a little larger, so that nothing is lost. */
const within = (lat: number, lon: number, km: number) =>
	sql`(${spaces.lat} is not null and earth_box(ll_to_earth(${lat}, ${lon}), ${km * 1010}) @> ll_to_earth(${spaces.lat}, ${spaces.lon}))`;

const soughtNearby = (wish: Wish) => {
	const shown = sql`${spaces.stale} is distinct from 'hidden'`;
	const uses = wish.uses.length ? sql`${shown} and ${spaces.uses} && ${sql.param(wish.uses)}::text[]` : shown;
	if (wish.regionLat === null || wish.regionLon === null || wish.radiusKm === null) return uses;
	return sql`${uses} and ${within(wish.regionLat, wish.regionLon, wish.radiusKm + Math.max(30, wish.radiusKm))}`;
};

/** What would fit if one hard wish were a little smaller, the best first. Looks at the 400 nearest in kind and place. */
export async function findNearMissesForRequest(ctx: Ctx, wish: Wish, limit = 5): Promise<SpaceNearMiss[]> {
	if (!wish.uses.length && wish.radiusKm === null) return [];
	const weights = await findWeights(ctx);
	const { rows } = await ctx.db.execute<SpaceRow>(sql`${query(soughtNearby(wish))} limit 400`);
	const misses = rows.flatMap((space): SpaceNearMiss[] => {
		const { offer, result } = scoreSpace(offersOf(space), wish, weights);
		const miss = result.excluded ? nearMiss(offer, wish, weights) : null;
		return miss && miss.scoreThen >= 60 ? [{ space, offer, result, score: miss.scoreThen, miss }] : [];
	});
	return misses.sort(order).slice(0, limit);
}
