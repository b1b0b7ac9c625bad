import { calendarResponse } from '#lib/ics.ts';
import { findPublicCalendarEntry } from '#modules/cases/server/find-calendar-entry.ts';
import type { RequestHandler } from './$types';

/** A viewing that everybody may see, for the calendar. */
export const GET: RequestHandler = async ({ locals: { ctx, house }, params: { id } }) =>
	calendarResponse({ ...(await findPublicCalendarEntry(ctx, id)), url: `${house.env.baseUrl}/termine/${id}` });
