import { Handed } from '#lib/handed.ts';
import { placeAddress } from '#modules/places/place-filter.ts';
import { viewPlaces } from '#modules/places/server/view-places.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
	const view = await viewPlaces(locals.ctx, url.searchParams);
	const canonical = `${locals.house.env.baseUrl}${placeAddress(view.filter, { page: view.filter.page })}`;
	return { page: new Handed({ view, canonical }) };
};
