import { and, eq } from 'drizzle-orm';
import { hashToken } from '#lib/server/token.ts';
import { locatePoint } from '#modules/organisations/server/locate-point.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { reports } from './tables.ts';

export type DraftReport = {
	hasPhoto: boolean;
	/** Where the photo was taken, and in which municipality. */ place: { lat: number; lon: number; town: string } | null;
};

/** A report that was begun with a photo, for whoever holds its token; null when there is none or it is sent already. */
export async function findDraftReport(ctx: Ctx, token: string): Promise<DraftReport | null> {
	const [row] = await ctx.db
		.select({ photo: reports.photo, lat: reports.photoLat, lon: reports.photoLon })
		.from(reports)
		.where(and(eq(reports.tokenHash, hashToken(token)), eq(reports.state, 'draft')));
	if (!row) return null;
	const { lat, lon } = row;
	const town = lat === null || lon === null ? null : await locatePoint(ctx, { lat, lon });
	return { hasPhoto: row.photo !== null, place: town && lat !== null && lon !== null ? { lat, lon, town: town.name } : null };
}
