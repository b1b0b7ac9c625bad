import { Handed } from '#lib/handed.ts';
import { adviceAddress } from '#modules/advice/filter.ts';
import { viewAdvice } from '#modules/advice/server/view-advice.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
	const view = await viewAdvice(locals.ctx, url.searchParams);
	return { page: new Handed({ view, canonical: `${locals.house.env.baseUrl}${adviceAddress(view.filter, view.filter.page)}` }) };
};
