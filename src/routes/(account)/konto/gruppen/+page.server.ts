import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { answerCallForm } from '#modules/groups/forms.ts';
import { answerCall } from '#modules/groups/server/answer-call.ts';
import { listOwnGroups } from '#modules/groups/server/list-own-groups.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	own: await listOwnGroups(ctx),
	now: ctx.now,
	said: url.searchParams.get('gesagt')
});

export const actions: Actions = {
	call: action(answerCallForm, async (input, { locals }) => {
		const groupId = await answerCall(locals.ctx, input);
		redirect(303, groupId ? `/konto/gruppen/${groupId}?neu` : '/konto/gruppen?gesagt=nein');
	})
};
