import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { createForm } from '#modules/procedures/forms.ts';
import { createProcedure } from '#modules/procedures/server/create-procedure.ts';
import { findStart } from '#modules/procedures/server/find-start.ts';
import type { Actions, PageServerLoad } from './$types';

/** `raum`: the house; without it houses to choose from, by `q`. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const q = (url.searchParams.get('q') ?? '').replaceAll('\0', '').slice(0, 100).toWellFormed();
	return { q, ...(await findStart(ctx, { raum: url.searchParams.get('raum'), q })) };
};

export const actions: Actions = {
	default: action(createForm, async (input, { locals }) =>
		redirect(303, `/buero/verfahren/${await createProcedure(locals.ctx, input)}?neu`)
	)
};
