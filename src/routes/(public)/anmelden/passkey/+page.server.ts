import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { nothingForm, passkeyAnswerForm } from '#modules/people/forms.ts';
import { deviceLabel, localPath } from '#modules/people/session.ts';
import { askForPasskey } from '#modules/people/server/ask-for-passkey.ts';
import { signInWithPasskey } from '#modules/people/server/sign-in-with-passkey.ts';
import { enter } from '../../../../session.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing to see: the button is on other pages. Whoever comes here after a failed try reads why. */
export const load: PageServerLoad = ({ locals, url }) => {
	const returnTo = localPath(url.searchParams.get('zurueck'));
	if (locals.ctx.actor) redirect(303, returnTo);
	return { returnTo };
};

export const actions: Actions = {
	ask: action(nothingForm, async (_, { locals: { ctx, house }, getClientAddress }) => ({
		options: await askForPasskey(ctx, { baseUrl: house.env.baseUrl, address: getClientAddress() })
	})),
	enter: action(passkeyAnswerForm, async ({ answer }, event) => {
		const device = deviceLabel(event.request.headers.get('user-agent'));
		const { baseUrl } = event.locals.house.env;
		const token = await signInWithPasskey(event.locals.ctx, { answer, device, baseUrl, address: event.getClientAddress() });
		return enter(event, { token, returnTo: localPath(event.url.searchParams.get('zurueck')) });
	})
};
