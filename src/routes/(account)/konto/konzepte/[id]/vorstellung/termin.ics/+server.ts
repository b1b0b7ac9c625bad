import { calendarResponse } from '#lib/ics.ts';
import { findPresentation } from '#modules/judging/server/find-supplement.ts';
import type { RequestHandler } from './$types';

/** The presentation for the calendar of whoever writes the concept. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { conceptId, procedure, title, slot, isTalk } = await findPresentation(locals.ctx, params.id);
	const { startsAt, endsAt, place, note: text, isCancelled, version: sequence, updatedAt: stampedAt } = slot;
	const url = `${locals.house.env.baseUrl}/konto/konzepte/${conceptId}/vorstellung`;
	return calendarResponse({
		id: conceptId,
		title: `${isTalk ? 'Gespräch' : 'Vorstellung'}: ${title} (${procedure})`,
		place,
		text,
		url,
		startsAt,
		endsAt,
		isCancelled,
		sequence,
		stampedAt
	});
};
