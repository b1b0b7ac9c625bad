import { notFound } from '#lib/refusal.ts';
import { action } from '#lib/server/action.ts';
import { firstRunForm } from '#modules/people/forms.ts';
import { deviceLabel } from '#modules/people/session.ts';
import { hasAdmin } from '#modules/people/server/has-admin.ts';
import { makeFirstAdmin } from '#modules/people/server/make-first-admin.ts';
import { enter } from '../../../session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (await hasAdmin(locals.ctx)) throw notFound();
};

export const actions: Actions = {
	default: action(firstRunForm, async (wish, event) => {
		const device = deviceLabel(event.request.headers.get('user-agent'));
		return enter(event, { token: await makeFirstAdmin(event.locals.ctx, { ...wish, device }), returnTo: '/buero/personen' });
	})
};
