import { letterPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findDecisionLetter } from '#modules/admission/server/find-decision-letter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { id } }) =>
	pdfResponse(letterPdf(await findDecisionLetter(ctx, { id })), 'entscheidung.pdf');
