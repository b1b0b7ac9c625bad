import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { costQuery } from '#modules/owners/forms.ts';
import { findCostPaper } from '#modules/owners/server/find-cost-paper.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { id }, url }) => {
	const typed = costQuery.parse(Object.fromEntries(url.searchParams));
	return pdfResponse(paperPdf(await findCostPaper(ctx, { id, typed })), 'kosten-des-nichtstuns.pdf');
};
