import { redirect } from '@sveltejs/kit';
import { readProgrammeFilter } from '#modules/advice/filter.ts';
import { findCaseFunding } from '#modules/advice/server/find-case-funding.ts';
import { action } from '#lib/server/action.ts';
import { recommendationForm, recommendationStepForm } from '#modules/cases/forms-case.ts';
import { listRecommendations } from '#modules/cases/server/list-recommendations.ts';
import { saveRecommendation } from '#modules/cases/server/save-recommendation.ts';
import { stepRecommendation } from '#modules/cases/server/step-recommendation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
	const { applicant } = readProgrammeFilter(url.searchParams);
	return { recommended: await listRecommendations(ctx, params.id), funding: await findCaseFunding(ctx, params.id, applicant) };
};

const back = (id: string | undefined) => redirect(303, `/buero/faelle/${id}/empfehlungen`);

export const actions: Actions = {
	save: action(recommendationForm, async (input, { locals, params }) => {
		await saveRecommendation(locals.ctx, { id: params.id ?? '', input });
		return back(params.id);
	}),
	step: action(recommendationStepForm, async (input, { locals, params }) => {
		await stepRecommendation(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id);
	})
};
