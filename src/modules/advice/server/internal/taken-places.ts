import { and, count, gte, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { monthOf } from '../../offer.ts';
import { advicePlaces } from '../tables.ts';

/** How many places of each offer are gone, by month, from this month on. */
export async function takenPlaces(ctx: Pick<Ctx, 'db' | 'now'>, offerIds: string[]): Promise<Map<string, Record<string, number>>> {
	const taken = new Map<string, Record<string, number>>(offerIds.map((id) => [id, {}]));
	if (!offerIds.length) return taken;
	const rows = await ctx.db
		.select({ id: advicePlaces.offerId, month: advicePlaces.month, n: count() })
		.from(advicePlaces)
		.where(and(inArray(advicePlaces.offerId, offerIds), gte(advicePlaces.month, monthOf(ctx.now))))
		.groupBy(advicePlaces.offerId, advicePlaces.month);
	for (const { id, month, n } of rows) (taken.get(id) ?? {})[month] = n;
	return taken;
}
