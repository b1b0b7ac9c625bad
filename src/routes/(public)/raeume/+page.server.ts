import { redirect } from '@sveltejs/kit';
import { Handed } from '#lib/handed.ts';
import { viewSpaces } from '#modules/properties/server/view-spaces.ts';
import { filterAddress } from '#modules/properties/space-filter.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
	if (url.searchParams.get('ansicht') === 'karte') redirect(303, `/raeume/karte${url.search}`);
	const view = await viewSpaces(locals.ctx, url.searchParams);
	const { baseUrl } = locals.house.env;
	const canonical = `${baseUrl}${filterAddress(view.filter, { page: view.filter.page })}`;
	return { page: new Handed({ view, now: locals.ctx.now, canonical }) };
};
