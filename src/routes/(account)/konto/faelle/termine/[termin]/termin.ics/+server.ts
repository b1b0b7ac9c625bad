import { calendarFile } from '#modules/cases/calendar.ts';
import { findCalendarEntry } from '#modules/cases/server/find-calendar-entry.ts';
import type { RequestHandler } from './$types';

/** A viewing for the calendar, for its parties and its office. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { caseId, ...entry } = await findCalendarEntry(locals.ctx, params.termin);
	const url = `${locals.house.env.baseUrl}/konto/faelle/${caseId}`;
	return new Response(calendarFile({ ...entry, url }), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'cache-control': 'private, no-store',
			'content-disposition': 'attachment; filename="termin.ics"'
		}
	});
};
