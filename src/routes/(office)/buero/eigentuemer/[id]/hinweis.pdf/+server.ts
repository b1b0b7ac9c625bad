import { letterPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findNoticeLetter } from '#modules/owners/server/find-notice-letter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { id } }) =>
	pdfResponse(letterPdf(await findNoticeLetter(ctx, id)), 'hinweis-art-14.pdf');
