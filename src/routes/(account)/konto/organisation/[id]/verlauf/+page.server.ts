import { z } from 'zod';
import { historyAreas, readHistoryFilter } from '#modules/organisations/history-filter.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { historyPage, listHistory } from '#modules/organisations/server/list-history.ts';
import type { PageServerLoad } from './$types';

const pageOf = z.coerce.number().int().min(1).max(1000).catch(1);

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const { id, name } = await findOrganisation(ctx, params.id);
	const page = pageOf.parse(url.searchParams.get('seite') ?? 1);
	const filter = readHistoryFilter(url.searchParams, historyAreas);
	const history = await listHistory(ctx, { organisationId: id, page, filter });
	return { organisation: { id, name }, history, page, filter, full: historyPage, now: ctx.now };
};
