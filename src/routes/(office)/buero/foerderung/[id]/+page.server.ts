import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { programmeForm } from '#modules/advice/forms.ts';
import { findKeptProgramme } from '#modules/advice/server/list-kept-programmes.ts';
import { saveProgramme } from '#modules/advice/server/save-programme.ts';
import { listDistricts, listStates } from '#modules/organisations/server/list-districts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
	programme: await findKeptProgramme(ctx, params.id),
	choices: { states: await listStates(ctx), districts: await listDistricts(ctx) }
});

export const actions: Actions = {
	save: action(programmeForm, async (input, { locals, params }) => {
		await saveProgramme(locals.ctx, { ...input, programmeId: params.id });
		redirect(303, '/buero/foerderung?neu=gespeichert');
	})
};
