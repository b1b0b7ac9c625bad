import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findOfficeSheet } from '#modules/tours/server/find-sheet.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { id } }) =>
	pdfResponse(paperPdf(await findOfficeSheet(ctx, id)), 'leerstandsspaziergang-fuehrung.pdf');
