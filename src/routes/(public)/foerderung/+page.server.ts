import { Handed } from '#lib/handed.ts';
import { programmeAddress } from '#modules/advice/filter.ts';
import { viewProgrammes } from '#modules/advice/server/view-programmes.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
	const view = await viewProgrammes(locals.ctx, url.searchParams);
	const canonical = `${locals.house.env.baseUrl}${programmeAddress(view.filter, view.filter.page)}`;
	return { page: new Handed({ view, canonical }) };
};
