import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { questionForm, questions } from '#modules/requests/forms.ts';
import { createRequest } from '#modules/requests/server/create-request.ts';
import { findOwnProfile } from '#modules/requests/server/save-profile.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	title: url.searchParams.get('titel') ?? '',
	hasProfile: (await findOwnProfile(ctx)) !== null
});

/** The first question makes the draft; from then on every answer is kept in it. */
export const actions: Actions = {
	default: action(questionForm('vorhaben'), async (input, { locals: { ctx } }) => {
		const { id } = await createRequest(ctx, { input: { ...input, title: input.title ?? '' }, only: questions.vorhaben.fields });
		redirect(303, `/konto/gesuche/${id}?frage=ort`);
	})
};
