import { newId } from '#lib/server/id.ts';
import { action } from '#lib/server/action.ts';
import { sayForm } from '#modules/conversations/forms.ts';
import { answerWithLink } from '#modules/conversations/server/answer-with-link.ts';
import { findByLink } from '#modules/conversations/server/find-by-link.ts';
import { muteWithLink } from '#modules/conversations/server/mute-with-link.ts';
import { nothingForm } from '#modules/people/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const linkOf = (url: URL) => url.searchParams.get('schluessel') ?? '';

/** Looking changes nothing, so whatever reads mails beforehand may look: read and said is with the buttons. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { link: linkOf(url), thread: await findByLink(ctx, linkOf(url)), once: newId(), now: ctx.now };
};

export const actions: Actions = {
	answer: action(sayForm, async ({ text, once }, { locals, url }) => {
		await answerWithLink(locals.ctx, { link: linkOf(url), text, once });
		return { done: 'Ihre Antwort ist unterwegs.' };
	}),
	mute: action(nothingForm, async (_input, { locals, url }) => {
		await muteWithLink(locals.ctx, { link: linkOf(url), isMuted: true });
		return { done: 'Stumm: Es kommt keine Mail mehr aus diesem Gespräch.' };
	}),
	unmute: action(nothingForm, async (_input, { locals, url }) => {
		await muteWithLink(locals.ctx, { link: linkOf(url), isMuted: false });
		return { done: 'Es kommt wieder eine Mail, wenn hier etwas Neues steht.' };
	})
};
