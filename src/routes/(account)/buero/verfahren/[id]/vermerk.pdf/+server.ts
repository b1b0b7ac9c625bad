import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findFilePaper } from '#modules/awards/server/find-file.ts';
import type { RequestHandler } from './$types';

/** One volume of the file: `?band=2`. */
export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	const volume = Number(url.searchParams.get('band') ?? 1);
	return pdfResponse(paperPdf(await findFilePaper(ctx, { id: params.id, volume })), `vermerk-band-${volume}.pdf`);
};
