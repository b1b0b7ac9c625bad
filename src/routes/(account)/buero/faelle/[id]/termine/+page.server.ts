import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { viewingForm, viewingStepForm } from '#modules/cases/forms-case.ts';
import { listViewings } from '#modules/cases/server/list-viewings.ts';
import { saveViewing } from '#modules/cases/server/save-viewing.ts';
import { stepViewing } from '#modules/cases/server/step-viewing.ts';
import { listTourIds } from '#modules/tours/server/list-tours.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const viewings = await listViewings(ctx, params.id);
	return {
		viewings,
		tourIds: await listTourIds(
			ctx,
			viewings.map(({ id }) => id)
		)
	};
};

const back = (id: string | undefined) => redirect(303, `/buero/faelle/${id}/termine`);

export const actions: Actions = {
	save: action(viewingForm, async (input, { locals, params }) => {
		await saveViewing(locals.ctx, { id: params.id ?? '', input });
		return back(params.id);
	}),
	step: action(viewingStepForm, async (input, { locals, params }) => {
		await stepViewing(locals.ctx, { id: params.id ?? '', ...input });
		return back(params.id);
	})
};
