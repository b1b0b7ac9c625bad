import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { idForm } from '#modules/people/forms.ts';
import { endAllSessions } from '#modules/people/server/end-all-sessions.ts';
import { endSession } from '#modules/people/server/end-session.ts';
import { listSessions } from '#modules/people/server/list-sessions.ts';
import { forget } from '../../../../session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	sessions: await listSessions(locals.ctx),
	here: locals.sessionId,
	now: locals.ctx.now
});

export const actions: Actions = {
	end: action(idForm, async ({ id }, { locals }) => {
		await endSession(locals.ctx, id);
		redirect(303, '/konto/sitzungen');
	}),
	endAll: async ({ locals, cookies }) => {
		await endAllSessions(locals.ctx);
		forget(cookies, locals.house.env.baseUrl);
		redirect(303, '/anmelden?abgemeldet=ja');
	}
};
