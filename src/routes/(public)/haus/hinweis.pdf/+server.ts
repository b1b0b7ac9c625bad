import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findNoticePaper } from '#modules/owners/server/find-notice-paper.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, url, getClientAddress }) => {
	const key = { code: url.searchParams.get('code') ?? '', address: getClientAddress() };
	return pdfResponse(paperPdf(await findNoticePaper(ctx, key)), 'hinweis-art-14.pdf');
};
