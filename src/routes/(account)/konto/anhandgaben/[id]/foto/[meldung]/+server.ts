import { photoResponse } from '#lib/server/photo-response.ts';
import { findOwnPhoto } from '#modules/options/server/find-option-photo.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, house }, params }) =>
	photoResponse(house.store, await findOwnPhoto(ctx, { key: { id: params.id }, reportId: params.meldung }));
