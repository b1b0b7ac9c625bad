import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { project, stepsPerKilometre } from '../germany.ts';

/** The outline of a municipality as an SVG path on the map of Germany (steps of 20 m), its box there, and where a point lies on it. */
export type Outline = { path: string; box: [x0: number, y0: number, x1: number, y1: number] };
export type PlacedOutline = Outline & { point: [x: number, y: number] | null; stepsPerMetre: number };

/** Borders change when the reference data does, once a year: kept for ten minutes, so that a page that is read often does not ask again. */
const kept = new Map<string, Outline | null>();
const keptMost = 3000;
const keptFor = 600_000;
let since = 0;

async function outlineOf(ctx: Ctx, ags: string): Promise<Outline | null> {
	const now = ctx.now.getTime();
	if (kept.size >= keptMost || Math.abs(now - since) > keptFor) {
		kept.clear();
		since = now;
	}
	const known = kept.get(ags);
	if (known !== undefined) return known;
	const { rows } = await ctx.db.execute<Outline>(sql`select path, box from outlines where level = 'municipality' and code = ${ags}`);
	const outline = rows[0] ?? null;
	if (outline) kept.set(ags, outline);
	return outline;
}

/**
 * The outline of a municipality with a point in it. The point is drawn as it is given: hand over the public one.
 * @returns null for the few areas that have no border in the reference data
 */
export async function findOutline(
	ctx: Ctx,
	{ ags, lat, lon }: { ags: string; lat?: number | null; lon?: number | null }
): Promise<PlacedOutline | null> {
	const outline = await outlineOf(ctx, ags);
	if (!outline) return null;
	const point = lat == null || lon == null ? null : project(lon, lat).map((km) => Math.round(km * stepsPerKilometre));
	return { ...outline, point: point as [number, number] | null, stepsPerMetre: stepsPerKilometre / 1000 };
}
