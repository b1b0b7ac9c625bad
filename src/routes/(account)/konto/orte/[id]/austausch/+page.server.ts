import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { optionalText } from '#lib/forms.ts';
import { action } from '#lib/server/action.ts';
import { joinForm, proposalForm } from '#modules/places/forms-exchange.ts';
import { findExchange } from '#modules/places/server/find-exchange.ts';
import { findOwnPlace } from '#modules/places/server/find-own-place.ts';
import { joinLearningGroup, leaveLearningGroup } from '#modules/places/server/join-learning-group.ts';
import { proposeTandem } from '#modules/places/server/propose-tandem.ts';
import { stepTandem } from '#modules/places/server/step-tandem.ts';
import { tandemSteps, type TandemStep } from '#modules/places/tandem.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const { place, may } = await findOwnPlace(ctx, params.id);
	return { place, mayEdit: may.edit, exchange: await findExchange(ctx, params.id) };
};

const place = z.object({ id: z.string() });
const group = place.extend({ groupId: z.uuid('Diese Lerngruppe gibt es nicht.') });
const step = z.enum(Object.keys(tandemSteps) as [TandemStep, ...TandemStep[]], { error: 'Diesen Schritt gibt es nicht.' });
const back = (id: string) => redirect(303, `/konto/orte/${id}/austausch`);

export const actions: Actions = {
	join: action(group.extend(joinForm.shape), async ({ id, groupId, ...input }, { locals }) => {
		await joinLearningGroup(locals.ctx, { id, groupId, input });
		return back(id);
	}),
	leave: action(group, async (input, { locals }) => {
		await leaveLearningGroup(locals.ctx, input);
		return back(input.id);
	}),
	propose: action(place.extend(proposalForm.shape), async (input, { locals }) => {
		await proposeTandem(locals.ctx, input);
		return back(input.id);
	}),
	step: action(place.extend({ tandemId: z.uuid(), step, reason: optionalText(600) }), async (input, { locals }) => {
		await stepTandem(locals.ctx, input);
		return back(input.id);
	})
};
