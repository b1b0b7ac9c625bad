import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { forbidden } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { placeForm } from '#modules/places/forms.ts';
import { findOwnPlace, listLinkableHouses } from '#modules/places/server/find-own-place.ts';
import { savePlace } from '#modules/places/server/save-place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const desk = await findOwnPlace(ctx, params.id);
	if (!desk.may.edit) throw forbidden();
	return { desk, houses: await listLinkableHouses(ctx, desk.place.ags) };
};

export const actions: Actions = {
	default: action(placeForm.safeExtend({ id: z.string() }), async ({ id, ...input }, { locals }) => {
		await savePlace(locals.ctx, { id, input });
		return redirect(303, `/konto/orte/${id}`);
	})
};
