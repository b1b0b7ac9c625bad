import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';

/** WGS84 degrees. */
export type Position = { lat: number; lon: number };
export type Located = { ags: string; name: string; slug: string };

/** Drawn coasts and rivers are simplified: a point this far (in degrees of latitude, about 500 m) outside every border belongs to the nearest one. */
const reach = 0.0045;

const inside = sql`(
	select min(hit.ags) from (
		select r.ags from boundary_rings r where box(r.ring) @> box(a.p, a.p) and r.ring @> a.p group by r.ags having count(*) % 2 = 1
	) hit
)`;
const beside = sql`(
	select r.ags from boundary_rings r
	where box(r.ring) && box(a.p + point(${reach} * 1.6, ${reach}), a.p - point(${reach} * 1.6, ${reach})) and (r.ring::path <-> a.p) < ${reach}
	order by r.ring::path <-> a.p, r.ags limit 1
)`;

const isOnEarth = ({ lat, lon }: Position) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180;

/**
 * Which municipality each point lies in: an odd number of its rings hold the point, so islands, holes and unincorporated areas come out right.
 * Exact within the simplified borders; 100,000 points take seconds. `null` for a point outside of Germany or one that is no number.
 */
export async function locatePoints(ctx: Pick<Ctx, 'db'>, points: readonly Position[]): Promise<(Located | null)[]> {
	const asked = points.flatMap((point, i) => (isOnEarth(point) ? [{ ...point, i }] : []));
	if (!asked.length) return points.map(() => null);
	const { rows } = await ctx.db.execute<{ i: number; ags: string; name: string; slug: string }>(sql`
		with asked as materialized (
			select i, point(lon, lat) as p
			from unnest(${`{${asked.map((a) => a.i)}}`}::int[], ${`{${asked.map((a) => a.lat)}}`}::float8[], ${`{${asked.map((a) => a.lon)}}`}::float8[]) as t(i, lat, lon)
		),
		strict as materialized (select a.i, a.p, ${inside} as ags from asked a),
		found as (select i, ags from strict where ags is not null union all select a.i, ${beside} from strict a where a.ags is null)
		select f.i, m.ags, m.name_short as name, m.slug from found f join municipalities m using (ags)`);
	const found = new Map(rows.map(({ i, ags, name, slug }) => [i, { ags, name, slug }]));
	return points.map((_, i) => found.get(i) ?? null);
}

/** The municipality (or unincorporated area) a point lies in, in about a millisecond. */
export async function locatePoint(ctx: Pick<Ctx, 'db'>, point: Position): Promise<Located | null> {
	return (await locatePoints(ctx, [point]))[0] ?? null;
}
