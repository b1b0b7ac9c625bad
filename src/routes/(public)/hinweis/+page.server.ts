import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { noticeForm } from '#modules/notices/forms.ts';
import { findContentAt } from '#modules/notices/server/find-content-at.ts';
import { giveNotice } from '#modules/notices/server/give-notice.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

/** `zu`: the address of the page that somebody came from. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const address = (url.searchParams.get('zu') ?? '').slice(0, 500);
	const person = ctx.actor && { name: ctx.actor.name, email: ctx.actor.email };
	return { address, person, content: address ? await findContentAt(ctx, address) : null };
};

export const actions: Actions = {
	default: action(noticeForm, async (input, { locals, getClientAddress }) => {
		const key = await giveNotice(locals.ctx, { input, address: getClientAddress() });
		if (key) redirect(303, `/hinweis/stand?${new URLSearchParams({ schluessel: key, neu: '1' })}`);
		return { sent: true };
	})
};
