import { findReportPhoto } from '#modules/reports/server/find-report-photo.ts';
import { photoResponse } from '#lib/server/photo-response.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, params, url }) => {
	const link = url.searchParams.get('schluessel');
	return photoResponse(house.store, await findReportPhoto(ctx, link === null ? { token: params.token } : { link }));
};
