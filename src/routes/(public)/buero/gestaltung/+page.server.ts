import { notFound } from '#lib/refusal.ts';
import type { Actions, PageServerLoad } from './$types';
import { fail } from '@sveltejs/kit';

/** The house's own sample book: development and demo only. */
export const load: PageServerLoad = ({ locals }) => {
	if (!locals.house.env.DEMO) throw notFound();
	return {};
};

export const actions: Actions = {
	default: async ({ locals, request }) => {
		if (!locals.house.env.DEMO) throw notFound();
		const title = String((await request.formData()).get('title') ?? '');
		return fail(422, {
			values: { title },
			issues: { title: ['Bitte einen Titel eingeben, z. B. „Gasthof am Markt“.'], area: ['Die Fläche ist eine Zahl in m².'] }
		});
	}
};
