import { letterPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findDirectLetter } from '#modules/awards/server/find-direct-letter.ts';
import type { RequestHandler } from './$types';

/** The letter to the group of a direct match, to be sent by post where it has no account. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) =>
	pdfResponse(letterPdf(await findDirectLetter(ctx, params.id)), 'brief.pdf');
