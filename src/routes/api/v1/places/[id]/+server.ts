import { answer, api } from '#lib/server/api.ts';
import { placeAnswer } from '#modules/places/api-place.ts';
import { findPublicPlace } from '#modules/places/server/find-public-place.ts';
import type { RequestEvent } from './$types';

export const GET = api(async (event: RequestEvent) => {
	const place = await findPublicPlace(event.locals.ctx, event.params.id);
	return answer(event, placeAnswer(place, event.locals.house.env.baseUrl));
});
