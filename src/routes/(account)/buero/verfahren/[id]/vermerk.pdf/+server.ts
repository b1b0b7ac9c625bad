import { redirect } from '@sveltejs/kit';
import { paperPdf } from '#lib/server/pdf/draw.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { findFilePaper } from '#modules/awards/server/find-file.ts';
import { toFactorPage } from '#modules/judging/to-factor-page.ts';
import type { RequestHandler } from './$types';

/** One volume of the file: `?band=2`. */
export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	const volume = Number(url.searchParams.get('band') ?? 1);
	const paper = await toFactorPage(
		() => findFilePaper(ctx, { id: params.id, volume }),
		(to) => redirect(303, to),
		url
	);
	return pdfResponse(paperPdf(paper), `vermerk-band-${volume}.pdf`);
};
