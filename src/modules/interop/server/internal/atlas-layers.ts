import { sql, type SQL } from 'drizzle-orm';
import type { AtlasFilter, LayerId } from '../../atlas.ts';

/**
 * One query per layer, all with the same columns: `name`, `where`, `href`, `lat`, `lon`, `tone`, `km`, `state`. Each reads what is public anyway: projections,
 * the register, memberships that are shown. A new layer is a line here and one in `atlas.ts`.
 */

const where = sql`concat_ws(', ', nullif(d.name, coalesce(m.name_short, '')), s.name)`;
const middle = sql`left join lateral (select avg(t.lat) as lat, avg(t.lon) as lon from municipalities t where t.district_code = o.district_code) c on o.district_code is not null`;
const place = sql`left join municipalities m on m.ags = coalesce(o.ags, o.place_ags) ${middle}
	left join districts d on d.code = coalesce(m.district_code, o.district_code) left join states s on s.code = d.state_code`;
const shown = sql`('member', 'participant')`;
/** Organisations of a network by its slug. */
const inNetwork = (network: string) =>
	sql`(select k.organisation_id from memberships k join network_pages n on n.network_id = k.network_id where n.slug = ${network} and k.state in ${shown})`;

/** The newest spaces stand in the list; all of them on the tiles and under /raeume. */
export const spacesListed = 500;

const queries: Record<LayerId, (filter: AtlasFilter) => SQL> = {
	kommunen: ({ network }) => sql`
		select o.name, ${where} as "where", case when o.ags is null then '/organisationen/' || o.slug else '/kommunen/' || m.slug end as href,
			coalesce(c.lat, m.lat) as lat, coalesce(c.lon, m.lon) as lon, '' as tone, null::real as km, d.state_code as state
		from profile_pages g join organisations o on o.id = g.organisation_id ${place}
		where ${network ? sql`o.id in ${inNetwork(network)}` : sql`true`}`,
	mitglieder: ({ network }) => sql`
		select o.name, (select string_agg(n.content->>'name', ', ' order by n.content->>'name') from memberships k join network_pages n on n.network_id = k.network_id
				where k.organisation_id = o.id and k.state in ${shown}) as "where",
			case when o.ags is not null then '/kommunen/' || m.slug when o.published_at is not null then '/organisationen/' || o.slug end as href,
			coalesce(c.lat, m.lat) as lat, coalesce(c.lon, m.lon) as lon, '' as tone, null::real as km, d.state_code as state
		from organisations o ${place}
		where o.id in (select k.organisation_id from memberships k join network_pages n on n.network_id = k.network_id where k.state in ${shown})
			and ${network ? sql`o.id in ${inNetwork(network)}` : sql`true`}`,
	orte: ({ network }) => sql`
		select p.name, concat_ws(', ', m.name_short, case p.state when 'awarded' then 'ausgezeichnet' when 'emerging' then 'im Aufbau' else 'ruhend' end) as "where",
			'/orte/' || p.slug as href, p.lat, p.lon, case p.state when 'awarded' then 'hell' when 'emerging' then 'halb' else 'dunkel' end as tone,
			null::real as km, p.state_code as state
		from place_pages p join municipalities m on m.ags = p.ags where ${network ? sql`p.network_slug = ${network}` : sql`true`}`,
	raeume: ({ network, state }) => sql`
		select * from (select p.title as name, p.municipality as "where", '/raeume/' || p.slug as href, p.lat, p.lon,
			case when p.lit >= 70 then 'hell' when p.lit >= 20 then 'halb' else 'dunkel' end as tone, null::real as km, p.state_code as state
		from spaces p where p.lat is not null and ${state ? sql`p.state_code = ${state}` : sql`true`}
			and ${network ? sql`p.ags in (select o.ags from organisations o where o.id in ${inNetwork(network)})` : sql`true`}
		order by p.published_at desc, p.id desc limit ${spacesListed}) newest`,
	/** Never the centre that somebody chose: the middle of a grid cell of about ten kilometres, and no circle smaller than that. */
	gesuche: () => sql`
		select r.title as name, coalesce('Gegend um ' || r.region_name, 'Gegend') as "where", '/gesuche/' || r.slug as href,
			round(g.lat::numeric, 1)::float8 as lat, round(g.lon::numeric, 1)::float8 as lon, '' as tone, greatest(10, coalesce(r.radius_km, 10))::real as km, near.state_code as state
		from space_requests r
		cross join lateral (select coalesce(r.region_lat, avg(m.lat)) as lat, coalesce(r.region_lon, avg(m.lon)) as lon
			from municipalities m where r.region_lat is null and m.ags = any(r.region_ags)) g
		left join lateral (select coalesce(left(r.region_ags[1], 2), (select n.state_code from municipalities n
			order by ll_to_earth(n.lat, n.lon) <-> ll_to_earth(g.lat, g.lon) limit 1)) as state_code) near on true
		where r.request_state = 'published' and r.visibility = 'public' and g.lat is not null`,
	ohne: ({ network }) => sql`
		select m.name_short as name, ${where} as "where", '/kommunen/' || m.slug as href, m.lat, m.lon, '' as tone, null::real as km, m.state_code as state
		from municipalities m join districts d on d.code = m.district_code join states s on s.code = d.state_code
		where not m.is_unincorporated and not exists (select from organisations o join profile_pages g on g.organisation_id = o.id where o.ags = m.ags)
			and ${network ? sql`m.ags in (select o.ags from organisations o where o.id in ${inNetwork(network)})` : sql`true`}`
};

/** The places of some layers under a filter as one table expression, named `atlas`. */
export function atlasOf(filter: AtlasFilter, layers: readonly LayerId[]): SQL {
	const parts = layers.map(
		(id, i) => sql`select ${id} as layer, ${i}::int as rank, q.* from (${queries[id](filter)}) q
			where q.lat is not null and ${filter.state ? sql`q.state = ${filter.state}` : sql`true`}`
	);
	return sql`(${sql.join(parts, sql` union all `)}) atlas`;
}
