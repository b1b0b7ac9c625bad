import { historyCsv } from '#modules/organisations/history-file.ts';
import { historyAreas, readHistoryFilter } from '#modules/organisations/history-filter.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { listHistory, mostInFile } from '#modules/organisations/server/list-history.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params, url }) => {
	const { id, slug } = await findOrganisation(ctx, params.id);
	const filter = readHistoryFilter(url.searchParams, historyAreas);
	return new Response(historyCsv(await listHistory(ctx, { organisationId: id, filter, limit: mostInFile })), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="verlauf-${slug}.csv"`,
			'cache-control': 'private, no-store'
		}
	});
};
