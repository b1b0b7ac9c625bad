import { letterPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findOwnLetter } from '#modules/awards/server/find-own-result.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	pdfResponse(letterPdf((await findOwnLetter(ctx, params.id)).letter), 'ergebnis.pdf');
