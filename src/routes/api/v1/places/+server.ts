import { answer, api, decodeCursor, nextLink, page, readQuery } from '#lib/server/api.ts';
import { apiPlaceQuery, placeAnswer } from '#modules/places/api-place.ts';
import { listPublicPlaces } from '#modules/places/server/list-public-places.ts';

/** Revived places by name, in pages: `?q=&state=&ags=&bookable=&offer=&legalForm=&network=&limit=&cursor=`. */
export const GET = api(async (event) => {
	const query = readQuery(event, apiPlaceQuery);
	const { items, next, total } = await listPublicPlaces(event.locals.ctx, query, query.cursor ? decodeCursor(query.cursor) : null);
	const { baseUrl } = event.locals.house.env;
	return answer(
		event,
		page(
			items.map((place) => placeAnswer(place, baseUrl)),
			{ next: nextLink(event, next), total }
		)
	);
});
