import { redirect } from '@sveltejs/kit';
import { unauthenticated } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { feedbackForm, interestForm } from '#modules/tours/forms.ts';
import { findOwnNotes } from '#modules/tours/server/find-own-notes.ts';
import { giveFeedback, noteInterest } from '#modules/tours/server/note-interest.ts';
import { viewOwnTour } from '#modules/tours/server/view-tour.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	if (!ctx.actor) throw unauthenticated();
	return { ...(await viewOwnTour(ctx, params.id)), notes: await findOwnNotes(ctx, params.id), now: ctx.now };
};

export const actions: Actions = {
	interest: action(interestForm, async (input, { locals, params }) => {
		await noteInterest(locals.ctx, { viewingId: params.id ?? '', ...input });
		return redirect(303, `/termine/${params.id}/unterwegs#halt-${input.stopId}`);
	}),
	feedback: action(feedbackForm, async (input, { locals, params }) => {
		await giveFeedback(locals.ctx, { viewingId: params.id ?? '', input });
		return redirect(303, `/termine/${params.id}/unterwegs#danach`);
	})
};
