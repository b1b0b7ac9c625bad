import { readProcedureQuery } from '#modules/procedures/procedure-filter.ts';
import { viewProcedures } from '#modules/procedures/server/list-public-procedures.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const query = readProcedureQuery(url.searchParams);
	return { query, list: await viewProcedures(ctx, query), now: ctx.now };
};
