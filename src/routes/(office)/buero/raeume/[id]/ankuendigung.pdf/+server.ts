import { letterPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findAnnouncementLetter } from '#modules/properties/server/find-announcement-letter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, params, url }) => {
	const wanted = { id: params.id, announcementId: url.searchParams.get('nr') ?? '', baseUrl: house.env.baseUrl };
	return pdfResponse(letterPdf(await findAnnouncementLetter(ctx, wanted)), 'ankuendigung.pdf');
};
