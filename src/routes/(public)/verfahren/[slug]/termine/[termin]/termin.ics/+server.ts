import { calendarResponse } from '#lib/ics.ts';
import { findViewingEntry } from '#modules/procedures/server/list-viewings.ts';
import type { RequestHandler } from './$types';

/** A date to see the house, for the calendar. */
export const GET: RequestHandler = async ({ locals: { ctx, house }, params: { slug, termin } }) =>
	calendarResponse({ ...(await findViewingEntry(ctx, { slug, viewingId: termin })), url: `${house.env.baseUrl}/verfahren/${slug}` });
