import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { receiptPaper } from '#modules/concepts/receipt-paper.ts';
import { findReceipt } from '#modules/concepts/server/find-concept.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	pdfResponse(paperPdf(receiptPaper(await findReceipt(ctx, params.id))), 'quittung.pdf');
