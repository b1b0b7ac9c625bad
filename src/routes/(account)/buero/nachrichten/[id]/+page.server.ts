import { action } from '#lib/server/action.ts';
import { answerForm } from '#modules/cases/forms.ts';
import { answerMessage } from '#modules/cases/server/answer-message.ts';
import { findReceivedMessage } from '#modules/cases/server/find-message.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
	thread: await findReceivedMessage(ctx, { id: params.id }),
	now: ctx.now
});

export const actions: Actions = {
	default: action(answerForm, async (input, { locals, params }) => {
		await answerMessage(locals.ctx, { key: { id: params.id ?? '' }, input });
		return { answered: input.kind };
	})
};
