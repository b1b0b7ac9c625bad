import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { passwordSignInForm } from '#modules/people/forms.ts';
import { deviceLabel, localPath } from '#modules/people/session.ts';
import { signInWithPassword } from '#modules/people/server/sign-in-with-password.ts';
import { enter } from '../../../../session.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { ctx }, url }) => {
	const returnTo = localPath(url.searchParams.get('zurueck'));
	if (ctx.actor && !url.searchParams.has('erneut')) redirect(303, returnTo);
	return { returnTo, email: (ctx.actor ?? ctx.entering)?.email ?? '' };
};

export const actions: Actions = {
	default: action(passwordSignInForm, async ({ email, password }, event) => {
		const device = deviceLabel(event.request.headers.get('user-agent'));
		const wish = { email, password, device, address: event.getClientAddress() };
		const token = await signInWithPassword(event.locals.ctx, wish);
		return enter(event, { token, returnTo: localPath(event.url.searchParams.get('zurueck')) });
	})
};
