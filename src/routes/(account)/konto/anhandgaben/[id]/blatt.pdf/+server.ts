import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findOwnSheet } from '#modules/options/server/find-option-sheet.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	pdfResponse(paperPdf(await findOwnSheet(ctx, { id: params.id })), 'anhandgabe.pdf');
