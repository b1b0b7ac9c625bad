import { redirect } from '@sveltejs/kit';
import { atlasAddress, readAtlas } from '#modules/interop/atlas.ts';
import { viewAtlas } from '#modules/interop/server/view-atlas.ts';
import { filterParameters, readFilter } from '#modules/properties/space-filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = readFilter(url.searchParams).filter;
	const ofSpaces = filterParameters({ ...asked, state: null, page: 1, view: 'liste' });
	if (ofSpaces.size) redirect(303, `/raeume/karte${url.search}`);
	const { env } = locals.house;
	const view = await viewAtlas(locals.ctx, readAtlas(url.searchParams));
	return {
		view,
		mapStyleUrl: env.MAP_STYLE_URL ?? null,
		canonical: `${env.baseUrl}${atlasAddress(view.filter, { page: view.filter.page })}`
	};
};
