import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { findPublicViewing, type Mine, type PublicViewing } from '#modules/cases/server/list-public-viewings.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { measure } from '../route.ts';
import type { ShownTour } from '../tour.ts';
import { shownStop } from './internal/shown-stops.ts';
import { stopsOf } from './internal/stops-of.ts';
import { tours } from './tables.ts';

export type SeenTour = { viewing: PublicViewing; mine: Mine; tour: ShownTour | null };

/**
 * A viewing with its tour, if it is one, as guests see it: nothing of a house that its public face does not say. Whoever signed up, waiting or with
 * a place, reads the words meant for them too. The way is measured between the points that are shown, never between those that are not. Throws 404.
 */
export async function viewTour(ctx: Ctx, viewingId: string): Promise<SeenTour> {
	const seen = await findPublicViewing(ctx, viewingId);
	const [tour] = await ctx.db.select({ guides: tours.guides }).from(tours).where(eq(tours.viewingId, viewingId));
	if (!tour) return { ...seen, tour: null };
	const isGuest = seen.mine !== null && seen.mine.state !== 'declined';
	const stops = (await stopsOf(ctx, viewingId)).map((found, i) => shownStop(found, i + 1, isGuest));
	const { metres, minutes, unknown } = measure(stops.map(({ point }) => ({ lat: point?.lat ?? null, lon: point?.lon ?? null })));
	const staying = stops.reduce((sum, stop) => sum + stop.minutes, 0);
	return { ...seen, tour: { guides: tour.guides, stops, metres, walking: minutes, staying, unknown } };
}

/** The same for who comes or waits; 404 for everybody else, and where it leads over no houses. */
export async function viewOwnTour(ctx: Ctx, viewingId: string): Promise<SeenTour & { tour: ShownTour }> {
	const { tour, mine, viewing } = await viewTour(ctx, viewingId);
	if (!tour || !mine || mine.state === 'declined') throw notFound('Das sehen alle, die zu diesem Spaziergang angemeldet sind.');
	return { tour, mine, viewing };
}
