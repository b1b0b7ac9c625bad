import { networkAreas, networkHappenings } from '#modules/networks/history.ts';
import { listNetworkHistory } from '#modules/networks/server/list-network-history.ts';
import { historyCsv } from '#modules/organisations/history-file.ts';
import { readHistoryFilter } from '#modules/organisations/history-filter.ts';
import { mostInFile } from '#modules/organisations/server/list-history.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { slug }, url }) => {
	const filter = readHistoryFilter(url.searchParams, networkAreas);
	return new Response(historyCsv(await listNetworkHistory(ctx, { slug, filter, limit: mostInFile }), networkHappenings), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="verlauf-${slug}.csv"`,
			'cache-control': 'private, no-store'
		}
	});
};
