import { photoResponse } from '#lib/server/photo-response.ts';
import { findOwnPhoto } from '#modules/options/server/find-option-photo.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, params, url }) => {
	const key = { link: url.searchParams.get('schluessel') ?? '' };
	return photoResponse(house.store, await findOwnPhoto(ctx, { key, reportId: params.meldung }));
};
