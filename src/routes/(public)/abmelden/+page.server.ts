import { redirect } from '@sveltejs/kit';
import { endSession } from '#modules/people/server/end-session.ts';
import { findLeaveUrl } from '#modules/organisations/server/find-leave-url.ts';
import { forget } from '../../../session.server.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Whoever came in through an identity provider is led on to sign out there too; the page does it, because our forms may not lead elsewhere. */
	default: async ({ locals, cookies, setHeaders }) => {
		const leave = await findLeaveUrl(locals.ctx, locals.house.env);
		if (locals.sessionId) await endSession(locals.ctx, locals.sessionId);
		forget(cookies, locals.house.env.baseUrl);
		if (!leave) redirect(303, '/anmelden?abgemeldet=ja');
		setHeaders({ 'cache-control': 'no-store' });
		return { leave };
	}
};
