import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { project } from '../germany.ts';
import { findOutline, type PlacedOutline } from './find-outline.ts';

/** An outline to set a pin in: where it begins, and which way north is there on the drawing, as a unit vector. */
export type PinMap = PlacedOutline & { start: { lat: number; lon: number }; point: [number, number]; north: [number, number] };

/** The municipality drawn around a house, or around its own middle while the house has no place. Null where no border is known. */
export async function findPinMap(
	ctx: Ctx,
	{ ags, lat, lon }: { ags: string; lat?: number | null; lon?: number | null }
): Promise<PinMap | null> {
	const start = lat == null || lon == null ? await middleOf(ctx, ags) : { lat, lon };
	const outline = start && (await findOutline(ctx, { ags, ...start }));
	if (!start || !outline?.point) return null;
	const [x, y] = project(start.lon, start.lat);
	const [x1, y1] = project(start.lon, start.lat + 0.01);
	const length = Math.hypot(x1 - x, y1 - y);
	return { ...outline, start, point: outline.point, north: [(x1 - x) / length, (y1 - y) / length] };
}

async function middleOf(ctx: Ctx, ags: string): Promise<{ lat: number; lon: number } | null> {
	const { rows } = await ctx.db.execute<{ lat: number; lon: number }>(
		sql`select lat, lon from municipalities where ags = ${ags} and lat is not null and lon is not null`
	);
	return rows[0] ?? null;
}
