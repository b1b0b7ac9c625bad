import { answer, api } from '#lib/server/api.ts';
import { placeLabel, placeValue } from '#modules/organisations/place-query.ts';
import { suggestPlaces } from '#modules/organisations/server/suggest-places.ts';

/** Words for a place field while somebody types: `[{ value, label, note }]`, best first. */
export const GET = api(async (event) => {
	const places = await suggestPlaces(event.locals.ctx, event.url.searchParams.get('q') ?? '', 8);
	return answer(
		event,
		places.map((place) => ({ value: placeValue(place), label: placeValue(place), note: placeLabel(place) }))
	);
});
