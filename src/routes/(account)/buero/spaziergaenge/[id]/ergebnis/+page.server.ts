import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { interestStepForm, paperInterestForm, resultsForm } from '#modules/tours/forms.ts';
import { findResults } from '#modules/tours/server/find-results.ts';
import { recordInterest } from '#modules/tours/server/record-interest.ts';
import { recordResults } from '#modules/tours/server/record-results.ts';
import { stepInterest } from '#modules/tours/server/step-interest.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ ...(await findResults(ctx, params.id)), now: ctx.now });

const back = (id: string | undefined) => redirect(303, `/buero/spaziergaenge/${id}/ergebnis`);

export const actions: Actions = {
	results: action(resultsForm, async (input, { locals, params }) => {
		await recordResults(locals.ctx, { viewingId: params.id ?? '', input });
		return back(params.id);
	}),
	paper: action(paperInterestForm, async (input, { locals, params }) => {
		await recordInterest(locals.ctx, { viewingId: params.id ?? '', input });
		return back(params.id);
	}),
	interest: action(interestStepForm, async (input, { locals, params }) => {
		const became = await stepInterest(locals.ctx, { viewingId: params.id ?? '', input });
		return became ? redirect(303, `/buero/faelle/${became}`) : back(params.id);
	})
};
