import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findDeskSheet } from '#modules/options/server/find-option-sheet.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	pdfResponse(paperPdf(await findDeskSheet(ctx, params.id)), 'anhandgabe.pdf');
