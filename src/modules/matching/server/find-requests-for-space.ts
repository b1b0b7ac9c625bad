import { eq, sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import * as words from '#modules/properties/vocabulary.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import type { Visibility } from '#modules/requests/vocabulary.ts';
import { offersOf, type SpaceRow } from '../offers.ts';
import type { Offer } from '../pair.ts';
import { nearMiss, scoreSpace, type NearMiss, type PairScore } from '../score.ts';
import type { Weights } from '../weights.ts';
import { findWeights } from './find-weights.ts';
import { bestFirst } from './internal/best-first.ts';
import { bits, known, requestTerms } from './internal/cards.ts';
import { boundOf } from './internal/bound.ts';
import { matchable, requestStages } from './internal/request-stages.ts';
import { requestCards, spaceCards } from './tables.ts';
import { wishSelection, wishSource, type WishRow } from './internal/wish-rows.ts';

/** A request that a space concerns, with the part of the space that fits it best. */
export type RequestMatch = { request: WishRow; offer: Offer; result: PairScore; score: number };
export type RequestNearMiss = RequestMatch & { miss: NearMiss };

/** What municipalities may see; private requests are matched for their own people only. */
const forMunicipalities: readonly Visibility[] = ['public', 'network', 'municipalities_only'];

const order = (a: RequestMatch, b: RequestMatch) =>
	b.score - a.score || b.result.reliability - a.result.reliability || a.request.requestId.localeCompare(b.request.requestId);

const query = (where: SQL) => sql`select ${wishSelection} from ${wishSource} where ${matchable(forMunicipalities)} and ${where}`;

/** The requests that a space fits best: exactly those scores that scoring every request would give. The caller has asked who may ask. */
export async function findRequestsForSpace(
	ctx: Ctx,
	space: SpaceRow,
	{ limit = 20, weights }: { limit?: number; weights?: Weights } = {}
): Promise<RequestMatch[]> {
	const by = weights ?? (await findWeights(ctx));
	const offers = offersOf(space);
	const [card] = await ctx.db.select().from(spaceCards).where(eq(spaceCards.spaceId, space.id));
	if (!card) return [];
	const bound = boundOf({ s: known(card), r: requestTerms }, by);
	return bestFirst<WishRow, RequestMatch>(ctx.db, {
		stages: await requestStages(ctx, card, { weights: by, losing: bound.losing }),
		cards: { table: sql`${requestCards}`, id: sql`${requestCards.requestId}`, ...bound },
		read: async (ids) => (await ctx.db.execute<WishRow>(query(sql`${spaceRequests.id} = any(${sql.param(ids)}::uuid[])`))).rows,
		score: (request) => {
			const { offer, result } = scoreSpace(offers, request, by);
			return result.excluded ? null : { request, offer, result, score: result.score };
		},
		order,
		limit
	});
}

/** Whom the space would fit if one hard wish were a little smaller, the best first. Looks at the 400 nearest in kind and place. */
export async function findNearMissesForSpace(ctx: Ctx, space: SpaceRow, limit = 5): Promise<RequestNearMiss[]> {
	const weights = await findWeights(ctx);
	const offers = offersOf(space);
	const { lat, lon, ags, uses } = space;
	const nearby =
		lat === null || lon === null
			? sql`${requestCards.towns} @> array[${ags}]`
			: sql`${requestCards.reach} @> box(point(${lon}::float8, ${lat}::float8), point(${lon}::float8, ${lat}::float8))`;
	const here = sql`(${nearby} or ${requestCards.towns} <> '{}' or ${requestCards.reach} is null)`;
	const wanted = sql`(${requestCards.uses} & ${sql.raw(String(bits(uses, words.uses)))}) <> 0`;
	const ids = sql`select ${requestCards.requestId} from ${requestCards} where ${here} and (${wanted} or ${nearby}) limit 400`;
	const { rows } = await ctx.db.execute<WishRow>(query(sql`${spaceRequests.id} in (${ids})`));
	const misses = rows.flatMap((request): RequestNearMiss[] => {
		const { offer, result } = scoreSpace(offers, request, weights);
		const miss = result.excluded ? nearMiss(offer, request, weights) : null;
		return miss && miss.scoreThen >= 60 ? [{ request, offer, result, score: miss.scoreThen, miss }] : [];
	});
	return misses.sort(order).slice(0, limit);
}
