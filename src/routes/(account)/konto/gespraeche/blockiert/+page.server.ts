import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { personForm } from '#modules/conversations/forms.ts';
import { listBlocked } from '#modules/conversations/server/list-blocked.ts';
import { unblockPerson } from '#modules/conversations/server/unblock-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	blocked: await listBlocked(ctx),
	isDone: url.searchParams.has('aufgehoben'),
	now: ctx.now
});

export const actions: Actions = {
	default: action(personForm, async ({ person }, { locals }) => {
		await unblockPerson(locals.ctx, person);
		redirect(303, '/konto/gespraeche/blockiert?aufgehoben');
	})
};
