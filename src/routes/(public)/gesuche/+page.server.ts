import { readRequestFilter } from '#modules/requests/request-filter.ts';
import { listRequests } from '#modules/requests/server/list-requests.ts';
import type { PageServerLoad } from './$types';

export const csr = false;
const size = 20;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const filter = readRequestFilter(url.searchParams);
	const list = await listRequests(ctx, filter, { page: filter.page, size });
	return { filter, list, now: ctx.now, pages: Math.max(1, Math.ceil(list.total / size)) };
};
