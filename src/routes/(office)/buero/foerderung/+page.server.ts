import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { programmeIdForm } from '#modules/advice/forms.ts';
import { listKeptProgrammes } from '#modules/advice/server/list-kept-programmes.ts';
import { reviewProgramme } from '#modules/advice/server/review-programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	...(await listKeptProgrammes(ctx)),
	said: url.searchParams.get('neu')
});

export const actions: Actions = {
	review: action(programmeIdForm, async ({ programmeId }, { locals }) => {
		await reviewProgramme(locals.ctx, programmeId);
		redirect(303, '/buero/foerderung?neu=geprueft');
	})
};
