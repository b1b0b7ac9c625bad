import { letterSeriesPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findLetters } from '#modules/owners/server/find-letters.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, params: { id } }) =>
	pdfResponse(letterSeriesPdf(await findLetters(ctx, { id, baseUrl: house.env.baseUrl })), 'briefe.pdf');
