import { desc, isNotNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from './tables.ts';

/** Where a published house stands (already as coarse as its owner wants) and how far it is on its way, 0 to 100. */
export type HouseLight = { lat: number; lon: number; lit: number };

/** The newest published houses for a small map of the country; as many as such a map can show. */
export async function listHouseLights(ctx: Ctx, limit = 400): Promise<HouseLight[]> {
	const rows = await ctx.db
		.select({ lat: spaces.lat, lon: spaces.lon, lit: spaces.lit })
		.from(spaces)
		.where(isNotNull(spaces.lat))
		.orderBy(desc(spaces.publishedAt), desc(spaces.id))
		.limit(limit);
	return rows.flatMap(({ lat, lon, lit }) => (lat === null || lon === null ? [] : [{ lat, lon, lit }]));
}
