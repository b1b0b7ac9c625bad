import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { roundSteps, type RoundStep } from '#modules/places/application.ts';
import { roundForm } from '#modules/places/forms-award.ts';
import { findRound } from '#modules/places/server/list-rounds.ts';
import { saveRound } from '#modules/places/server/save-round.ts';
import { stepRound } from '#modules/places/server/step-round.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => await findRound(ctx, params);

const step = z.enum(Object.keys(roundSteps) as [RoundStep, ...RoundStep[]], { error: 'Diesen Schritt gibt es nicht.' });
const at = { slug: z.string(), id: z.string() };

export const actions: Actions = {
	save: action(roundForm.safeExtend(at), async ({ slug, id, ...input }, { locals, url }) => {
		await saveRound(locals.ctx, { slug, id, input });
		return redirect(303, url.pathname);
	}),
	step: action(z.object({ ...at, step }), async (input, { locals, url }) => {
		await stepRound(locals.ctx, input);
		return redirect(303, url.pathname);
	})
};
