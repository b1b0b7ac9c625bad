import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { answerForm } from '#modules/people/forms.ts';
import { answerAsk } from '#modules/people/server/answer-ask.ts';
import { findAsk } from '#modules/people/server/find-ask.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	open: await findAsk(ctx, params.id),
	isDone: url.searchParams.has('danke'),
	now: ctx.now
});

export const actions: Actions = {
	default: action(answerForm, async ({ choice, words }, { locals: { ctx }, params }) => {
		const id = params.id ?? '';
		await answerAsk(ctx, { id, answer: { choices: choice, words } });
		redirect(303, `/konto/wartet/${id}?danke=ja`);
	})
};
