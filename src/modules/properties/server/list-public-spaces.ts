import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { ApiSpace, ApiSpaceQuery } from '../api-space.ts';
import { noFilter, type SpaceFilter } from '../space-filter.ts';
import { countSpaces, type FacetCount } from './count-facets.ts';
import { isMissing, prepareFilter, whereOf, type PreparedFilter } from './internal/space-conditions.ts';

type Place = (string | number | null)[];

const columns = sql`s.id, s.slug, s.reference, s.title, s.summary, s.ags, s.municipality, s.lat, s.lon, s.precision, s.property_type as "propertyType",
	s.area_min_m2 as "areaMin", s.area_max_m2 as "areaMax", s.uses, s.offers, s.condition, s.heritage, s.accessibility,
	s.available_from as "availableFrom", s.is_demo as "isDemo",
	jsonb_build_object('amount', s.price_amount, 'unit', s.price_unit, 'type', s.price_type) as price,
	to_char(s.last_confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastConfirmedAt",
	to_char(s.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt"`;

const filterOf = (query: ApiSpaceQuery): SpaceFilter => ({
	...noFilter,
	text: query.q ?? '',
	municipality: query.ags ?? null,
	radiusKm: query.radiusKm,
	areaMin: query.areaMin ?? null,
	areaMax: query.areaMax ?? null,
	knownOnly: query.onlyKnown,
	uses: query.use,
	offers: query.offer
});

export type ApiSpaces = { items: Omit<ApiSpace, 'url'>[]; next: Place | null; total: FacetCount };

/** Known spaces come first, then those of which nobody knows what is asked for; each newest first. `after` is the place where the page before ended. */
export async function listPublicSpaces(ctx: Ctx, query: ApiSpaceQuery, after: Place | null): Promise<ApiSpaces> {
	const point = query.lat !== undefined && query.lon !== undefined ? { name: '', lat: query.lat, lon: query.lon } : null;
	const prepared = await prepareFilter(ctx, filterOf(query), point);
	const [at = null, id = null, part = 'known'] = after ?? [];
	const later = after ? sql`(s.published_at, s.id) < (${at}::timestamptz, ${id}::uuid)` : sql`true`;
	const pieces = partsOf(prepared);
	const from = pieces.slice(prepared.known && part === 'unknown' ? 1 : 0);
	const rows: (Row & { part: string })[] = [];
	for (const [n, piece] of from.entries()) {
		const limit = query.limit + 1 - rows.length;
		if (limit <= 0) break;
		const found = await ctx.db.execute<Row>(sql`select ${columns}, ${prepared.missing} as unknown, s.published_at::text as place
			from spaces s where ${piece.where} and ${n === 0 ? later : sql`true`} order by s.published_at desc, s.id desc limit ${limit}`);
		rows.push(...found.rows.map((row) => ({ ...row, part: piece.part })));
	}
	const shown = rows.slice(0, query.limit);
	const last = shown.at(-1);
	return {
		items: shown.map(({ place: _, part: __, ...item }) => item),
		next: rows.length > query.limit && last ? [last.place, last.id, last.part] : null,
		total: await countSpaces(ctx, prepared)
	};
}

type Row = Omit<ApiSpace, 'url'> & { place: string };

/** The spaces of a filter in the parts in which they are handed out. */
function partsOf(prepared: PreparedFilter): { part: string; where: SQL }[] {
	if (!prepared.known) return [{ part: 'known', where: whereOf(prepared) }];
	return [
		{ part: 'known', where: whereOf({ conditions: prepared.known }) },
		{ part: 'unknown', where: sql`${whereOf(prepared)} and ${isMissing(prepared)}` }
	];
}
