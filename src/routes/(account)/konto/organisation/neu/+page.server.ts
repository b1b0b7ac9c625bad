import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { foundForm } from '#modules/organisations/forms.ts';
import { foundOrganisation } from '#modules/organisations/server/found-organisation.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: action(foundForm, async (input, { locals }) => {
		redirect(303, `/konto/organisation/${await foundOrganisation(locals.ctx, input)}?neu=gegruendet`);
	})
};
