import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { followUpForm } from '#modules/cases/forms.ts';
import { findOwnMessage } from '#modules/cases/server/find-message.ts';
import { followUpMessage } from '#modules/cases/server/follow-up-message.ts';
import { withdrawMessage } from '#modules/cases/server/withdraw-message.ts';
import type { Actions, PageServerLoad } from './$types';

const linkOf = (url: URL) => url.searchParams.get('schluessel') ?? '';

export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return { link: linkOf(url), thread: await findOwnMessage(ctx, { link: linkOf(url) }), now: ctx.now };
};

export const actions: Actions = {
	more: action(followUpForm, async ({ text }, { locals, url }) => {
		await followUpMessage(locals.ctx, { key: { link: linkOf(url) }, text });
		return { written: true };
	}),
	remove: async ({ locals: { ctx }, url }) => {
		await withdrawMessage(ctx, { link: linkOf(url) });
		redirect(303, '/ansprechperson');
	}
};
