import { askedOf } from '#modules/procedures/phases.ts';
import { listProcedures } from '#modules/procedures/server/list-procedures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const asked = askedOf(url.searchParams);
	const page = Math.min(1000, Math.max(1, Number.parseInt(url.searchParams.get('seite') ?? '1', 10) || 1));
	return { asked, page, list: await listProcedures(ctx, { states: asked.states, page }), now: ctx.now };
};
