import { asc, eq } from 'drizzle-orm';
import { listCasesOfHouses } from '#modules/cases/server/find-desk-viewing.ts';
import { cases } from '#modules/cases/server/case-tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { InterestState, Rating } from '../stop.ts';
import type { DeskStop } from '../tour.ts';
import { deskStop } from './internal/shown-stops.ts';
import { stopsOf } from './internal/stops-of.ts';
import { tourAtDesk, type DeskTour } from './internal/tour-for.ts';
import { tourFeedback, tourInterests, tourStops } from './tables.ts';

export type FoundInterest = {
	id: string;
	stopId: string;
	name: string;
	email: string | null;
	text: string;
	state: InterestState;
	isFromPaper: boolean;
	case: { id: string; number: number } | null;
};
export type Results = DeskTour & {
	stops: (DeskStop & { interests: FoundInterest[]; cases: Record<string, string> })[];
	feedback: { rating: Rating; text: string }[];
};

/** What came of a tour, for whoever works on its case: interests by house with the cases they may join, and how it was, without names. 404 for everybody else. */
export async function findResults(ctx: Ctx, viewingId: string): Promise<Results> {
	const found = await tourAtDesk(ctx, viewingId);
	const stops = (await stopsOf(ctx, viewingId)).map((stop, i) => deskStop(stop, i + 1));
	const interests = await ctx.db
		.select({ one: tourInterests, case: { id: cases.id, number: cases.number } })
		.from(tourInterests)
		.innerJoin(tourStops, eq(tourStops.id, tourInterests.stopId))
		.leftJoin(cases, eq(cases.id, tourInterests.caseId))
		.where(eq(tourStops.viewingId, viewingId))
		.orderBy(asc(tourInterests.at), asc(tourInterests.id));
	const open = await listCasesOfHouses(
		ctx,
		stops.flatMap(({ propertyId }) => propertyId ?? [])
	);
	const feedback = await ctx.db
		.select({ rating: tourFeedback.rating, text: tourFeedback.text })
		.from(tourFeedback)
		.where(eq(tourFeedback.viewingId, viewingId))
		.orderBy(asc(tourFeedback.at), asc(tourFeedback.id));
	return {
		...found,
		feedback,
		stops: stops.map((stop) => ({
			...stop,
			interests: interests
				.filter(({ one }) => one.stopId === stop.id)
				.map(({ one: { id, stopId, name, email, text, state, personId }, case: became }) => ({
					...{ id, stopId, name, email, text, state, isFromPaper: personId === null, case: became }
				})),
			cases: Object.fromEntries(open.filter(({ propertyId }) => propertyId === stop.propertyId).map(({ id, title }) => [id, title]))
		}))
	};
}
