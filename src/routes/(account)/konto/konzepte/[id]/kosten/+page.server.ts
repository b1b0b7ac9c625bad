import { fail, redirect } from '@sveltejs/kit';
import { action, valuesOf } from '#lib/server/action.ts';
import { conflictOf } from '#modules/concepts/conflict.ts';
import { costsForm } from '#modules/concepts/forms.ts';
import { findConcept } from '#modules/concepts/server/find-concept.ts';
import { saveCosts } from '#modules/concepts/server/save-texts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await findConcept(ctx, params.id),
	isSaved: url.searchParams.has('gespeichert')
});

export const actions: Actions = {
	save: action(costsForm, async (input, { locals, params }, data) => {
		const conflict = await saveCosts(locals.ctx, { id: params.id ?? '', input }).then(() => null, conflictOf);
		if (conflict) return fail(409, { values: valuesOf(data), issues: {}, ...conflict });
		redirect(303, `/konto/konzepte/${params.id}/kosten?gespeichert`);
	})
};
