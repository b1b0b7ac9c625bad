import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { offersOf, type SpaceRow } from '../offers.ts';
import { scoreSpace, type Ranked } from '../score.ts';
import { findWeights } from './find-weights.ts';
import { spaceSelection, spaceSource } from './internal/space-rows.ts';
import { wishSelection, wishSource, type WishRow } from './internal/wish-rows.ts';

type Pair = { spaceId: string; requestId: string };

/** Stored pairs scored as they are now, in one question for the spaces and one for the requests; `null` where a side is gone. */
export async function scoreStoredPairs<P extends Pair>(ctx: Ctx, pairs: readonly P[]): Promise<{ pair: P; ranked: Ranked | null }[]> {
	if (!pairs.length) return [];
	const weights = await findWeights(ctx);
	const among = (ids: string[]) => sql`any(${sql.param([...new Set(ids)])}::uuid[])`;
	const [{ rows: found }, { rows: sought }] = [
		await ctx.db.execute<SpaceRow>(
			sql`select ${spaceSelection} from ${spaceSource} where ${spaces.id} = ${among(pairs.map(({ spaceId }) => spaceId))}`
		),
		await ctx.db.execute<WishRow>(
			sql`select ${wishSelection} from ${wishSource} where ${spaceRequests.id} = ${among(pairs.map(({ requestId }) => requestId))}`
		)
	];
	const offers = new Map(found.map((space) => [space.id, offersOf(space)]));
	const wishes = new Map(sought.map((wish) => [wish.requestId, wish]));
	return pairs.map((pair) => {
		const [these, wish] = [offers.get(pair.spaceId), wishes.get(pair.requestId)];
		return { pair, ranked: these && wish ? scoreSpace(these, wish, weights) : null };
	});
}

/** One such pair. Whoever calls has asked who may see it. */
export async function scoreStoredPair(ctx: Ctx, pair: Pair): Promise<Ranked | null> {
	const [scored] = await scoreStoredPairs(ctx, [pair]);
	return scored?.ranked ?? null;
}

/** The wishes of one request by id, whoever asks: callers have asked who may see it. */
export async function findWish(ctx: Ctx, requestId: string): Promise<WishRow | null> {
	const { rows } = await ctx.db.execute<WishRow>(sql`select ${wishSelection} from ${wishSource} where ${eq(spaceRequests.id, requestId)}`);
	return rows[0] ?? null;
}
