import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Address, GeocodedPoint } from '../address.ts';

type Row = { i: number; lat: number; lon: number; precision: GeocodedPoint['precision']; ags: string; label: string };

const column = (addresses: readonly Address[], field: keyof Address) => `{${addresses.map((a) => JSON.stringify(a[field]?.trim() ?? ''))}}`;

/**
 * Offline: each address to the middle of the smallest thing that the gazetteer knows of it (Ortsteil, place, postal code, municipality); there is no street
 * in it. Where `ags` is given, nothing outside of that municipality is answered. Made for imports: equal addresses are looked up once.
 */
export async function placeAddresses(ctx: Pick<Ctx, 'db'>, addresses: readonly Address[]): Promise<(GeocodedPoint | null)[]> {
	const key = ({ postalCode, city, district, ags }: Address) =>
		JSON.stringify([postalCode, city, district, ags].map((part) => part?.trim()));
	const asked = [...new Map(addresses.map((a) => [key(a), a])).values()];
	if (!asked.length) return [];
	const { rows } = await ctx.db.execute<Row>(sql`
		with asked as materialized (
			select i::int, nullif(code, '') as code, nullif(fold_german(city), '') as city, nullif(fold_german(part), '') as part, nullif(ags, '') as ags
			from unnest(${column(asked, 'postalCode')}::text[], ${column(asked, 'city')}::text[], ${column(asked, 'district')}::text[],
				${column(asked, 'ags')}::text[]) with ordinality as t(code, city, part, ags, i)
		)
		select a.i, best.* from asked a cross join lateral (
			select lat, lon, precision, ags, label from (
				select 1 as tier, g.lat, g.lon, 'place' as precision, g.ags, g.place as label, 0 as size from gazetteer g
				where g.postal_code = a.code and g.search_text in (a.part, a.city) and (a.ags is null or g.ags = a.ags) and g.search_text = coalesce(a.part, a.city)
				union all
				select 2, g.lat, g.lon, 'place', g.ags, g.place, 0 from gazetteer g where g.ags = a.ags and g.search_text = coalesce(a.part, a.city)
				union all
				select 3, g.lat, g.lon, 'place', g.ags, g.place, 0 from gazetteer g
				where g.postal_code = a.code and g.search_text = a.city and (a.ags is null or g.ags = a.ags)
				union all
				select 4, g.lat, g.lon, 'postal_code', g.ags, g.postal_code || ' ' || g.place, 0 from gazetteer g
				where g.postal_code = a.code and g.is_main and (a.ags is null or g.ags = a.ags)
				union all
				select 5, m.lat, m.lon, 'municipality', m.ags, m.name_short, 0 from municipalities m where m.ags = a.ags
				union all
				select 6, m.lat, m.lon, 'municipality', m.ags, m.name_short, -m.population from municipalities m
				where a.ags is null and a.code is null and m.search_text like a.city || '%' and fold_german(m.name_short) = a.city
			) tiers order by tier, size, lat limit 1
		) best`);
	const found = new Map(rows.map(({ i, ...row }) => [key(asked[i - 1] ?? {}), { ...row, source: 'gazetteer' as const }]));
	return addresses.map((a) => found.get(key(a)) ?? null);
}
