import { action } from '#lib/server/action.ts';
import { answerForm } from '#modules/cases/forms.ts';
import { answerMessage } from '#modules/cases/server/answer-message.ts';
import { findReceivedMessage } from '#modules/cases/server/find-message.ts';
import type { Actions, PageServerLoad } from './$types';

const linkOf = (url: URL) => url.searchParams.get('schluessel') ?? '';

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { link: linkOf(url), thread: await findReceivedMessage(ctx, { link: linkOf(url) }), now: ctx.now };
};

export const actions: Actions = {
	default: action(answerForm, async (input, { locals, url }) => {
		await answerMessage(locals.ctx, { key: { link: linkOf(url) }, input });
		return { answered: input.kind };
	})
};
