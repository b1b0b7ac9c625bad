import { photoResponse } from '#lib/server/photo-response.ts';
import { findReportPhoto } from '#modules/reports/server/find-report-photo.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, params }) =>
	photoResponse(house.store, await findReportPhoto(ctx, { id: params.id }));
