import { z } from 'zod';
import { networkAreas } from '#modules/networks/history.ts';
import { listNetworkHistory } from '#modules/networks/server/list-network-history.ts';
import { readHistoryFilter } from '#modules/organisations/history-filter.ts';
import { historyPage } from '#modules/organisations/server/list-history.ts';
import type { PageServerLoad } from './$types';

const pageOf = z.coerce.number().int().min(1).max(1000).catch(1);

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const page = pageOf.parse(url.searchParams.get('seite') ?? 1);
	const filter = readHistoryFilter(url.searchParams, networkAreas);
	return { history: await listNetworkHistory(ctx, { slug: params.slug, page, filter }), page, filter, full: historyPage, now: ctx.now };
};
