import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { publicAnswerForm } from '#modules/cases/forms-case.ts';
import { signUpForViewing } from '#modules/cases/server/sign-up-for-viewing.ts';
import { viewTour } from '#modules/tours/server/view-tour.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({ ...(await viewTour(ctx, params.id)), now: ctx.now });

export const actions: Actions = {
	default: action(publicAnswerForm, async (input, { locals, params }) => {
		await signUpForViewing(locals.ctx, { viewingId: params.id ?? '', ...input });
		return redirect(303, `/termine/${params.id}`);
	})
};
