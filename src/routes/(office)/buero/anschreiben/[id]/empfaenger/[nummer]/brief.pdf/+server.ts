import { letterSeriesPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findLetter } from '#modules/owners/server/find-letters.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, params: { nummer } }) =>
	pdfResponse(letterSeriesPdf(await findLetter(ctx, { id: nummer, baseUrl: house.env.baseUrl })), 'brief.pdf');
