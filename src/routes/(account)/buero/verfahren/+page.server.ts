import { states, type State } from '#modules/procedures/procedure.ts';
import { listProcedures } from '#modules/procedures/server/list-procedures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const asked = url.searchParams.get('stand') ?? '';
	const state = Object.hasOwn(states, asked) ? (asked as State) : null;
	const page = Math.min(1000, Math.max(1, Number.parseInt(url.searchParams.get('seite') ?? '1', 10) || 1));
	return { state, page, list: await listProcedures(ctx, { state, page }), now: ctx.now };
};
