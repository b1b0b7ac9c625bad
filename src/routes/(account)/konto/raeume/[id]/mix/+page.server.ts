import { readMixFilter } from '#modules/matching/mix-filter.ts';
import { findUseMix } from '#modules/matching/server/find-use-mix.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const filter = readMixFilter(url.searchParams);
	return { filter, mix: await findUseMix(ctx, params.id, filter.rules) };
};
