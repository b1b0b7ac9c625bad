import { calendarResponse } from '#lib/ics.ts';
import { findCalendarEntry } from '#modules/cases/server/find-calendar-entry.ts';
import type { RequestHandler } from './$types';

/** A viewing for the calendar, for its parties and its office. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { caseId, ...entry } = await findCalendarEntry(locals.ctx, params.termin);
	return calendarResponse({ ...entry, url: `${locals.house.env.baseUrl}/konto/faelle/${caseId}` });
};
