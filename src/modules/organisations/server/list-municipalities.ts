import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { MunicipalityItem } from '../municipality.ts';
import type { MunicipalityFilter } from '../municipality-filter.ts';
import { itemColumns, itemOf, itemSource, type ItemRow } from './internal/municipality-item.ts';
import { conditionsOf, vacancyCondition } from './internal/municipality-conditions.ts';

export const pageSize = 24;

function orderOf({ sort, q }: MunicipalityFilter): SQL {
	if (sort === 'einwohner') return sql`m.population desc, m.ags`;
	if (sort === 'leerstand') return sql`v.vacancy_rate_pct desc nulls last, m.ags`;
	if (sort === 'name' || !q) return sql`m.name_short, m.ags`;
	const code = /(?<!\d)\d{5}(?!\d)/.exec(q)?.[0] ?? '';
	const name = sql`fold_german(m.name_short)`;
	const asked = sql`fold_german(${q.replace(/[,;].*$/, '').replace(/\d{5}\s*/, '')})`;
	return sql`(m.postal_code = ${code}) is true desc, ${name} = ${asked} desc, starts_with(${name}, ${asked}) desc, m.population desc, m.ags`;
}

const where = (filter: MunicipalityFilter): SQL => {
	const range = vacancyCondition(filter);
	return range ? sql`${conditionsOf(filter)} and ${range}` : conditionsOf(filter);
};

/** One page of the municipalities that a filter finds, in its order. Figures are Zensus 2022, one measure only. */
export async function listMunicipalities(ctx: Pick<Ctx, 'db'>, filter: MunicipalityFilter): Promise<MunicipalityItem[]> {
	const { rows } = await ctx.db.execute<ItemRow>(
		sql`select ${itemColumns} ${itemSource} where ${where(filter)} order by ${orderOf(filter)} limit ${pageSize} offset ${(filter.page - 1) * pageSize}`
	);
	return rows.map(itemOf);
}

/** A spot on the map of the result: `[lon, lat, how many]`. */
export type Spot = [number, number, number];
/** `suppressed`: how many would be in the result were their figure not withheld; named beside it instead of being dropped silently. */
export type MunicipalitySummary = { total: number; suppressed: number; spots: Spot[] };

/** How many municipalities a filter finds and where they lie; many are gathered to spots of about 20 km. */
export async function countMunicipalities(ctx: Pick<Ctx, 'db'>, filter: MunicipalityFilter): Promise<MunicipalitySummary> {
	const range = vacancyCondition(filter);
	const { rows } = await ctx.db.execute<{ total: number; suppressed: number; spots: Spot[] | null }>(sql`
		with hits as materialized (
			select m.lat, m.lon, ${range ?? sql`true`} as fits, v.vacancy_rate_pct is null as unknown from municipalities m
			left join vacancy_statistics v on v.level = 'municipality' and v.code = m.ags where ${conditionsOf(filter)}
		),
		found as materialized (select * from hits where fits),
		size as (select count(*)::int as total from found),
		spots as (
			select avg(lon)::numeric(7, 3)::float8 as x, avg(lat)::numeric(7, 3)::float8 as y, count(*)::int as n from found, size
			group by case when total > 500 then round(lon * 3.6) else round(lon * 200) end, case when total > 500 then round(lat * 5.6) else round(lat * 200) end
		)
		select total, (select count(*)::int from hits where unknown and ${range !== null}::boolean) as suppressed,
			(select json_agg(json_build_array(x, y, n)) from spots) as spots from size`);
	const [row] = rows;
	return { total: row?.total ?? 0, suppressed: row?.suppressed ?? 0, spots: row?.spots ?? [] };
}

/** For the API: the same list, continued after a place in it (name and AGS of the last one read). */
export async function listMunicipalitiesAfter(
	ctx: Pick<Ctx, 'db'>,
	filter: MunicipalityFilter,
	{ after, limit }: { after: [string, string] | null; limit: number }
): Promise<MunicipalityItem[]> {
	const later = after ? sql`(m.name_short, m.ags) > (${after[0]}, ${after[1]})` : sql`true`;
	const { rows } = await ctx.db.execute<ItemRow>(
		sql`select ${itemColumns} ${itemSource} where ${where(filter)} and ${later} order by m.name_short, m.ags limit ${limit}`
	);
	return rows.map(itemOf);
}
