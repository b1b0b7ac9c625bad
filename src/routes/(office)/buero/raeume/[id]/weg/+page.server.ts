import { z } from 'zod';
import { redirect } from '@sveltejs/kit';
import { optionalText, word } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { changeLifecycle } from '#modules/properties/server/change-lifecycle.ts';
import { findWorkbench } from '#modules/properties/server/find-workbench.ts';
import { lifecycleStates } from '#modules/properties/vocabulary.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = (async ({ locals: { ctx }, params }) => {
	const { property, moves, steps, maySteer } = await findWorkbench(ctx, params.id);
	return { house: property, moves, steps, maySteer };
}) satisfies PageServerLoad;

export const actions: Actions = {
	default: action(
		z.object({ id: z.string(), to: word(lifecycleStates, 'archived'), reason: optionalText(500) }),
		async (input, { locals, url }) => {
			await changeLifecycle(locals.ctx, input);
			redirect(303, url.pathname);
		}
	)
};
