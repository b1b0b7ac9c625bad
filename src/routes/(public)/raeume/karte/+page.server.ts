import { viewSpaces } from '#modules/properties/server/view-spaces.ts';
import { filterAddress } from '#modules/properties/space-filter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const search = new URLSearchParams(url.searchParams);
	search.set('ansicht', 'karte');
	const { env } = locals.house;
	const view = await viewSpaces(locals.ctx, search);
	return {
		view,
		now: locals.ctx.now,
		mapStyleUrl: env.MAP_STYLE_URL ?? null,
		canonical: `${env.baseUrl}${filterAddress(view.filter, {}, '/raeume/karte')}`
	};
};
