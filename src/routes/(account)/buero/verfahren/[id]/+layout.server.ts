import { findProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import type { LayoutServerLoad } from './$types';

/** The head, for every page below. */
export const load: LayoutServerLoad = async ({ locals: { ctx }, params }) => ({
	head: await findProcedureHead(ctx, params.id),
	now: ctx.now
});
