import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { followUpForm } from '#modules/cases/forms.ts';
import { followUpMessage } from '#modules/cases/server/follow-up-message.ts';
import { listOwnMessages, listReceivedMessages } from '#modules/cases/server/list-messages.ts';
import { withdrawMessage } from '#modules/cases/server/withdraw-message.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
	const [own, inbox] = [await listOwnMessages(ctx), await listReceivedMessages(ctx)];
	return { own, waiting: inbox.open, hasInbox: inbox.items.length > 0, said: url.searchParams.get('neu'), now: ctx.now };
};

const message = z.uuid('Diese Nachricht gibt es nicht mehr.');

export const actions: Actions = {
	more: action(followUpForm.extend({ message }), async ({ message: id, text }, { locals }) => {
		await followUpMessage(locals.ctx, { key: { id }, text });
		redirect(303, '/konto/nachrichten?neu=unterwegs');
	}),
	remove: action(z.object({ message }), async ({ message: id }, { locals }) => {
		await withdrawMessage(locals.ctx, { id });
		redirect(303, '/konto/nachrichten?neu=weg');
	})
};
