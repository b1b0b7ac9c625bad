import { isWritable } from '#modules/cases/case.ts';
import { findCase } from '#modules/cases/server/find-case.ts';
import type { LayoutServerLoad } from './$types';

/** The case, for every page below. */
export const load: LayoutServerLoad = async ({ locals: { ctx }, params }) => {
	const found = await findCase(ctx, params.id);
	return { found, isWritable: isWritable(found.row.state), me: ctx.actor?.id ?? '', now: ctx.now };
};
