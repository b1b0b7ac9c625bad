import { compareProcedures, listComparable } from '#modules/procedures/server/compare-procedures.ts';
import type { PageServerLoad } from './$types';

/** `mit`: a template or another procedure at the same desk. */
export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const choices = await listComparable(ctx, params.id);
	const beside = url.searchParams.get('mit') ?? Object.keys(choices.procedures)[0] ?? Object.keys(choices.templates)[0] ?? '';
	return { choices, beside, comparison: await compareProcedures(ctx, { id: params.id, beside }) };
};
