import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { findOwnPlace } from '#modules/places/server/find-own-place.ts';
import { publishPlace, withdrawPlace } from '#modules/places/server/publish-place.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ desk: await findOwnPlace(ctx, params.id) });

export const actions: Actions = {
	publish: action(z.object({ id: z.string() }), async ({ id }, { locals }) => {
		await publishPlace(locals.ctx, id);
		return redirect(303, `/konto/orte/${id}/vorschau`);
	}),
	withdraw: action(z.object({ id: z.string(), reason: optionalText(400) }), async (input, { locals }) => {
		await withdrawPlace(locals.ctx, input);
		return redirect(303, `/konto/orte/${input.id}/vorschau`);
	})
};
