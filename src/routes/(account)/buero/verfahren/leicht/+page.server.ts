import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { beginLightForm } from '#modules/procedures/forms-light.ts';
import { beginLight } from '#modules/procedures/server/begin-light.ts';
import { findStart } from '#modules/procedures/server/find-start.ts';
import type { Actions, PageServerLoad } from './$types';

/** The first step. `raum`: the house; without it houses to choose from, by `q`. */
export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const q = (url.searchParams.get('q') ?? '').replaceAll('\0', '').slice(0, 100).toWellFormed();
	return { q, ...(await findStart(ctx, { raum: url.searchParams.get('raum'), q })) };
};

export const actions: Actions = {
	default: action(beginLightForm, async (input, { locals }) =>
		redirect(303, `/buero/verfahren/${await beginLight(locals.ctx, input)}/leicht?neu`)
	)
};
