import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { reportForm } from '#modules/conversations/forms.ts';
import { findConversation } from '#modules/conversations/server/find-conversation.ts';
import { reportMessage } from '#modules/conversations/server/report-message.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { id }, url: { searchParams } }) => {
	const number = Number(searchParams.get('nummer')) || undefined;
	const { title, messages } = await findConversation(ctx, { id, until: number });
	return { id, title, message: number ? (messages.find((one) => one.number === number) ?? null) : null, now: ctx.now };
};

export const actions: Actions = {
	default: action(reportForm, async ({ nachricht: messageId, reason, words }, { locals, params: { id = '' } }) => {
		await reportMessage(locals.ctx, { conversationId: id, messageId, reason, words });
		redirect(303, `/konto/gespraeche/${id}?neu=gemeldet`);
	})
};
