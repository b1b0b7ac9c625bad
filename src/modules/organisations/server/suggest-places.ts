import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { parsePlace, type PlaceQuery } from '../place-query.ts';

/** A point with a name. `kind` says what the point is the middle of: a municipality, an Ortsteil, or the area of a postal code. */
export type Place = {
	name: string;
	kind: 'municipality' | 'place' | 'postal_code';
	postalCode: string | null;
	ags: string;
	municipality: string;
	district: string;
	lat: number;
	lon: number;
};

type Row = Place & Record<string, unknown>;

const like = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Names that hold what was typed; with `typos`, names that resemble it. */
const sounds = (column: SQL, typos: boolean) =>
	typos ? sql`(q.text <% ${column} or q.text % ${column})` : sql`${column} like '%' || q.pattern || '%'`;

/** The whole name beats its beginning, a large town beats a small one, the named district decides between namesakes. */
function byName(query: PlaceQuery, { limit, typos }: { limit: number; typos: boolean }): SQL {
	const fit = (column: SQL) => sql`(case when ${column} = q.text then 3.0 when ${column} ~ ('^' || q.word || '[ /(,.-]') then 1.5
		when ${column} like q.pattern || '%' then 0.0 when ${typos} then 12 * similarity(${column}, q.text) - 9 else -3.0 end)`;
	const code = query.postalCode ?? null;
	return sql`
		with q as (
			select t.text, replace(replace(replace(t.text, '\\', '\\\\'), '%', '\\%'), '_', '\\_') as pattern,
				regexp_replace(t.text, '([^a-z0-9 ])', '\\\\\\1', 'g') as word, nullif(fold_german(${query.hint ?? ''}), '') as hint
			from (select fold_german(${query.name ?? ''}) as text) t
		),
		found as (
			select m.name_short as name, 'municipality' as kind, m.postal_code as "postalCode", m.ags, m.lat, m.lon,
				${fit(sql`fold_german(m.name_short)`)} + ln(greatest(m.population, 1) + 1.0) as points
			from q, municipalities m where ${sounds(sql`m.search_text`, typos)}
				and (${code}::text is null or m.postal_code = ${code} or exists (select 1 from gazetteer g where g.ags = m.ags and g.postal_code = ${code}))
			union all
			select g.place, 'place', g.postal_code, g.ags, g.lat, g.lon,
				${fit(sql`g.search_text`)} + ln(greatest(m.population, 1) + 1.0) / 2
			from q, gazetteer g join municipalities m using (ags)
			where ${sounds(sql`g.search_text`, typos)} and (${code}::text is null or g.postal_code = ${code})
				and fold_german(g.place) <> fold_german(m.name_short)
		),
		named as (
			select distinct on (f.name, f.ags, f.kind) f.*, m.name_short as municipality, d.name as district,
				f.points + case when q.hint is null then 0 when fold_german(d.name || ' ' || s.name || ' ' || m.name_short) like '%' || q.hint || '%' then 20 else 0 end as rank
			from q, found f join municipalities m using (ags) join districts d on d.code = m.district_code join states s on s.code = m.state_code
			order by f.name, f.ags, f.kind, f.points desc
		)
		select name, kind, "postalCode", ags, municipality, district, lat, lon from named order by rank desc, ags, name limit ${limit}`;
}

const byPostalCode = (code: string, limit: number): SQL => sql`
	select g.place as name, 'postal_code' as kind, g.postal_code as "postalCode", g.ags, m.name_short as municipality, d.name as district, g.lat, g.lon
	from gazetteer g join municipalities m using (ags) join districts d on d.code = m.district_code
	where g.postal_code like ${like(code)} || '%' and g.is_main order by g.postal_code limit ${limit}`;

const byAgs = (ags: string): SQL => sql`
	select m.name_short as name, 'municipality' as kind, m.postal_code as "postalCode", m.ags, m.name_short as municipality, d.name as district, m.lat, m.lon
	from municipalities m join districts d on d.code = m.district_code where m.ags = ${ags}`;

const placeColumns = ({ name, kind, postalCode, ags, municipality, district, lat, lon }: Row): Place => ({
	name,
	kind,
	postalCode,
	ags,
	municipality,
	district,
	lat,
	lon
});

/** Places for what was typed so far, best first: by name, beginning, part, postal code, AGS; by resemblance when nothing else fits. */
export async function suggestPlaces(ctx: Pick<Ctx, 'db'>, text: string, limit = 8): Promise<Place[]> {
	const run = async (query: SQL) => (await ctx.db.execute<Row>(query)).rows.map(placeColumns);
	const digits = text.trim();
	if (/^\d{2,5}$/.test(digits)) return run(byPostalCode(digits, limit));
	const query = parsePlace(text);
	if (query.ags) return run(byAgs(query.ags));
	if (!query.name) return query.postalCode ? run(byPostalCode(query.postalCode, limit)) : [];
	const exact = await run(byName(query, { limit, typos: false }));
	if (exact.length || query.name.length < 4) return exact;
	return run(byName(query, { limit, typos: true }));
}
