import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { listOwnOrganisations } from '#modules/organisations/server/list-own-organisations.ts';
import { newPlaceForm } from '#modules/places/forms.ts';
import { beginPlace } from '#modules/places/server/begin-place.ts';
import { listProgrammes } from '#modules/places/server/list-own-places.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
	const groups = (await listOwnOrganisations(ctx)).filter(({ rights }) => rights !== 'read');
	const networks = await listProgrammes(ctx);
	return {
		groups: Object.fromEntries(groups.map(({ id, name }) => [id, name])),
		networks: Object.fromEntries(networks.map(({ slug, name }) => [slug, name]))
	};
};

export const actions: Actions = {
	default: action(newPlaceForm, async (input, { locals }) => redirect(303, `/konto/orte/${await beginPlace(locals.ctx, input)}?neu`))
};
