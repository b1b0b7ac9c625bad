import { and, between, ne, notInArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { metresBetween } from '#lib/distance.ts';
import { twinMetres } from '../../report.ts';
import { reports } from '../tables.ts';
import type { ReportRow } from './load-report.ts';

const box = 0.0006;

/** Other reports that may mean the same house: within thirty metres. The middle of a place, which many share, is not compared. */
export async function findTwins(
	ctx: Ctx,
	{ id, lat, lon, locationSource }: ReportRow
): Promise<{ id: string; sentAt: Date | null; metres: number }[]> {
	if (lat === null || lon === null || locationSource === 'gazetteer') return [];
	const rows = await ctx.db
		.select({ id: reports.id, lat: reports.lat, lon: reports.lon, sentAt: reports.sentAt, source: reports.locationSource })
		.from(reports)
		.where(
			and(
				ne(reports.id, id),
				notInArray(reports.state, ['draft', 'spam', 'withdrawn']),
				between(reports.lat, lat - box, lat + box),
				between(reports.lon, lon - box, lon + box)
			)
		)
		.limit(50);
	return rows
		.filter(({ source }) => source !== 'gazetteer')
		.map((row) => ({
			id: row.id,
			sentAt: row.sentAt,
			metres: Math.round(metresBetween({ lat, lon }, { lat: row.lat ?? 0, lon: row.lon ?? 0 }))
		}))
		.filter(({ metres }) => metres <= twinMetres)
		.sort((a, b) => a.metres - b.metres)
		.slice(0, 5);
}
