import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { caseStepForm, introductionForm, partyForm, planForm } from '#modules/cases/forms-case.ts';
import { planCase } from '#modules/cases/server/plan-case.ts';
import { proposeIntroduction } from '#modules/cases/server/propose-introduction.ts';
import { endParty, saveParty } from '#modules/cases/server/save-party.ts';
import { stepCase } from '#modules/cases/server/step-case.ts';
import { findStoryOf } from '#modules/stories/server/find-story.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, parent, url }) => {
	await parent();
	const story = await findStoryOf(ctx, params.id);
	return { story, isSaved: url.searchParams.has('gespeichert'), isNew: url.searchParams.has('neu') };
};

const back = (id: string | undefined) => redirect(303, `/buero/faelle/${id}?gespeichert`);

export const actions: Actions = {
	step: action(caseStepForm, async (input, { locals, params }) => {
		await stepCase(locals.ctx, { id: params.id ?? '', input });
		return back(params.id);
	}),
	plan: action(planForm, async (input, { locals, params }) => {
		await planCase(locals.ctx, { id: params.id ?? '', input });
		return back(params.id);
	}),
	party: action(partyForm, async (input, { locals, params }) => {
		await saveParty(locals.ctx, { id: params.id ?? '', input });
		return back(params.id);
	}),
	endParty: action(z.object({ partyId: z.string() }), async ({ partyId }, { locals, params }) => {
		await endParty(locals.ctx, { id: params.id ?? '', partyId });
		return back(params.id);
	}),
	introduce: action(introductionForm, async (input, { locals, params }) => {
		await proposeIntroduction(locals.ctx, { id: params.id ?? '', input });
		return back(params.id);
	})
};
