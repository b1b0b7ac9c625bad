import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findPublicPaper } from '#modules/procedures/server/find-public-procedure.ts';
import type { RequestHandler } from './$types';

/** The published call as a paper, with answers, amendments and its hash. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	pdfResponse(paperPdf(await findPublicPaper(ctx, params.slug)), 'aufruf.pdf');
