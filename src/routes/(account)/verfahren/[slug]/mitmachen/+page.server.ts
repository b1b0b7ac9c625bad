import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { beginForm } from '#modules/concepts/forms.ts';
import { beginConcept } from '#modules/concepts/server/begin-concept.ts';
import { findJoining } from '#modules/concepts/server/find-concept.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ joining: await findJoining(ctx, params.slug) });

export const actions: Actions = {
	default: action(beginForm, async (input, { locals, params }) => {
		const id = await beginConcept(locals.ctx, { slug: params.slug ?? '', input });
		redirect(303, `/konto/konzepte/${id}?neu`);
	})
};
