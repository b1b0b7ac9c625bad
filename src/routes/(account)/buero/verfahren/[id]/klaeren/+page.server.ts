import { fail, redirect } from '@sveltejs/kit';
import { action, valuesOf } from '#lib/server/action.ts';
import { conflictOf } from '#modules/procedures/conflict.ts';
import { preflightForm } from '#modules/procedures/forms.ts';
import { answerPreflight } from '#modules/procedures/server/answer-preflight.ts';
import { findPreflight } from '#modules/procedures/server/find-procedure.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	...(await findPreflight(ctx, params.id)),
	isSaved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	default: action(preflightForm, async (input, { locals, params }, data) => {
		const conflict = await answerPreflight(locals.ctx, { id: params.id ?? '', ...input }).then(() => null, conflictOf);
		if (conflict) return fail(409, { values: valuesOf(data), issues: {}, ...conflict });
		return redirect(303, `/buero/verfahren/${params.id}/klaeren?gespeichert`);
	})
};
