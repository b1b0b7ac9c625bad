import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { InterestState, Rating } from '../stop.ts';
import { tourFeedback, tourInterests, tourStops } from './tables.ts';

export type OwnNotes = {
	interests: { stopId: string; text: string; state: InterestState }[];
	feedback: { rating: Rating; text: string } | null;
};

/** What somebody has said themselves about the houses of a tour, and how it was. */
export async function findOwnNotes(ctx: Ctx, viewingId: string): Promise<OwnNotes> {
	const personId = ctx.actor?.id;
	if (!personId) return { interests: [], feedback: null };
	const interests = await ctx.db
		.select({ stopId: tourInterests.stopId, text: tourInterests.text, state: tourInterests.state })
		.from(tourInterests)
		.innerJoin(tourStops, eq(tourStops.id, tourInterests.stopId))
		.where(and(eq(tourStops.viewingId, viewingId), eq(tourInterests.personId, personId)));
	const [feedback] = await ctx.db
		.select({ rating: tourFeedback.rating, text: tourFeedback.text })
		.from(tourFeedback)
		.where(and(eq(tourFeedback.viewingId, viewingId), eq(tourFeedback.personId, personId)));
	return { interests, feedback: feedback ?? null };
}
