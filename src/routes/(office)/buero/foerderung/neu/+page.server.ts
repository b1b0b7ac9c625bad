import { redirect } from '@sveltejs/kit';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { programmeForm } from '#modules/advice/forms.ts';
import { mayKeepProgrammes } from '#modules/advice/policy.ts';
import { saveProgramme } from '#modules/advice/server/save-programme.ts';
import { listDistricts, listStates } from '#modules/organisations/server/list-districts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	if (!mayKeepProgrammes(ctx.actor)) throw forbidden();
	return { choices: { states: await listStates(ctx), districts: await listDistricts(ctx) } };
};

export const actions: Actions = {
	save: action(programmeForm, async (input, { locals }) => {
		await saveProgramme(locals.ctx, { ...input, programmeId: undefined });
		redirect(303, '/buero/foerderung?neu=gespeichert');
	})
};
