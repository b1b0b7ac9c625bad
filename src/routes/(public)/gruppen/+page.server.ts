import { Handed } from '#lib/handed.ts';
import { listGroups } from '#modules/groups/server/list-groups.ts';
import { readGroupFilter } from '#modules/groups/group-filter.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, url }) => {
	const filter = readGroupFilter(url.searchParams);
	return { page: new Handed({ filter, ...(await listGroups(locals.ctx, filter)) }) };
};
