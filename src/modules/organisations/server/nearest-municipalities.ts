import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { MunicipalityItem } from '../municipality.ts';
import { itemColumns, itemOf, itemSource, type ItemRow } from './internal/municipality-item.ts';

export type Neighbour = MunicipalityItem & { km: number };

/** The municipalities whose centres lie nearest, by air; areas without people are left out. */
export async function nearestMunicipalities(
	ctx: Pick<Ctx, 'db'>,
	{ ags, lat, lon }: { ags: string; lat: number; lon: number },
	limit = 6
): Promise<Neighbour[]> {
	const { rows } = await ctx.db.execute<ItemRow & { km: number }>(sql`
		select ${itemColumns}, earth_distance(ll_to_earth(m.lat, m.lon), ll_to_earth(${lat}, ${lon})) / 1000 as km ${itemSource}
		where not m.is_unincorporated and m.ags <> ${ags} order by ll_to_earth(m.lat, m.lon) <-> ll_to_earth(${lat}, ${lon})::cube limit ${limit}`);
	return rows.map(({ km, ...row }) => ({ ...itemOf(row), km }));
}
