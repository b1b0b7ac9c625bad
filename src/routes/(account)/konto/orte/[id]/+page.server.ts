import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { placeSteps, type PlaceStep } from '#modules/places/place-state.ts';
import { findOwnPlace } from '#modules/places/server/find-own-place.ts';
import { stepPlace } from '#modules/places/server/step-place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	desk: await findOwnPlace(ctx, params.id),
	isNew: url.searchParams.has('neu')
});

const step = z.enum(Object.keys(placeSteps) as [PlaceStep, ...PlaceStep[]], { error: 'Diesen Schritt gibt es nicht.' });

export const actions: Actions = {
	step: action(z.object({ id: z.string(), step, reason: optionalText(600) }), async (input, { locals }) => {
		await stepPlace(locals.ctx, input);
		return redirect(303, `/konto/orte/${input.id}`);
	})
};
