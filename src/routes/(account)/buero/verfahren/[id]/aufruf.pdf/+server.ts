import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findCallPaper } from '#modules/procedures/server/find-call.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	pdfResponse(paperPdf(await findCallPaper(ctx, params.id)), 'aufruf.pdf');
