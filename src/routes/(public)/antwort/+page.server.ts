import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { answerForm } from '#modules/people/forms.ts';
import { answerWithLink, findAskWithLink } from '#modules/people/server/answer-with-link.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking at the link changes nothing: mail scanners look at every link. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	const chosen = url.searchParams.get('choice');
	return { link, chosen, open: await findAskWithLink(ctx, link), isDone: url.searchParams.has('danke'), now: ctx.now };
};

export const actions: Actions = {
	default: action(answerForm, async ({ choice, words }, { locals: { ctx }, url }) => {
		const link = url.searchParams.get('schluessel') ?? '';
		await answerWithLink(ctx, { link, answer: { choices: choice, words } });
		redirect(303, `/antwort?schluessel=${encodeURIComponent(link)}&danke=ja`);
	})
};
