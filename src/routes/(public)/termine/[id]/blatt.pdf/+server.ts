import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findGuestSheet } from '#modules/tours/server/find-sheet.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, params: { id } }) =>
	pdfResponse(paperPdf(await findGuestSheet(ctx, { viewingId: id, base: house.env.baseUrl })), 'leerstandsspaziergang.pdf');
