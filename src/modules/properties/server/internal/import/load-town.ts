import { eq, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { boundaryRings, gazetteer } from '#modules/organisations/server/reference-tables.ts';
import { municipalities } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Point } from '../../../import/coordinates.ts';
import { foldWords } from '../../../import/fold.ts';
import type { Town } from '../../../import/town.ts';

/** What reading a list needs to know of its municipality, once per import. Throws 422 when it is not in the register. */
export async function loadTown(ctx: Pick<Ctx, 'db'>, ags: string): Promise<Town> {
	const [town] = await ctx.db
		.select({
			ags: municipalities.ags,
			name: municipalities.nameShort,
			lat: municipalities.lat,
			lon: municipalities.lon,
			postalCode: municipalities.postalCode
		})
		.from(municipalities)
		.where(eq(municipalities.ags, ags));
	if (!town)
		throw refused(
			'municipality-unknown',
			`Die Kommune ${ags} steht nicht im Gemeindeverzeichnis. Der Schlüssel (AGS) hat acht Ziffern.`,
			'ags'
		);
	const places = await ctx.db.select().from(gazetteer).where(eq(gazetteer.ags, ags));
	const { rows: codes } = await ctx.db.execute<{ code: string; name: string }>(
		sql`select distinct on (g.postal_code) g.postal_code as code, m.name_short as name from gazetteer g join municipalities m using (ags)
			where g.ags <> ${ags} order by g.postal_code, m.population desc`
	);
	const rings = await ctx.db
		.select({ ring: sql<string>`${boundaryRings.ring}::text` })
		.from(boundaryRings)
		.where(eq(boundaryRings.ags, ags));
	return {
		...town,
		places: new Map(
			places.map((p) => [foldWords(p.place.toLowerCase()), { name: p.place, postalCode: p.postalCode, lat: p.lat, lon: p.lon }])
		),
		postalCodes: new Map<string, Point>([
			...(town.postalCode ? [[town.postalCode, town] as const] : []),
			...places.map((p) => [p.postalCode, p] as const)
		]),
		postalCodesElsewhere: new Map(codes.map(({ code, name }) => [code, name])),
		rings: rings.map(({ ring }) =>
			[...ring.matchAll(/\(([-\d.]+),([-\d.]+)\)/g)].map((m): [number, number] => [Number(m[1]), Number(m[2])])
		)
	};
}

/** In which municipalities points lie, many at once; null where none is known. */
export async function namesOfTowns(ctx: Pick<Ctx, 'db'>, points: Point[]): Promise<(string | null)[]> {
	if (!points.length) return [];
	const json = JSON.stringify(points);
	const { rows } = await ctx.db.execute<{ name: string | null }>(
		sql`select (select m.name_short from boundary_rings b join municipalities m using (ags) where b.ring @> point(p.lon, p.lat) limit 1) as name
			from rows from (jsonb_to_recordset(${json}::jsonb) as (lat float8, lon float8)) with ordinality as p(lat, lon, n) order by n`
	);
	return rows.map((r) => r.name);
}
