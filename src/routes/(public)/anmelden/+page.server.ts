import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { signInForm } from '#modules/people/forms.ts';
import { linkMinutes } from '#modules/people/mail.ts';
import { localPath } from '#modules/people/session.ts';
import { requestSignIn } from '#modules/people/server/request-sign-in.ts';
import { findProviderOf, installationEntry } from '#modules/organisations/server/find-provider-entry.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	const returnTo = localPath(url.searchParams.get('zurueck'), '');
	const again = url.searchParams.has('erneut');
	const { actor, entering } = locals.ctx;
	if (actor && !again) redirect(303, returnTo || '/konto');
	if (entering && !again) redirect(303, `/anmelden/zweiter-faktor?zurueck=${encodeURIComponent(returnTo || '/konto')}`);
	const { DEMO, SMTP_URL } = locals.house.env;
	return {
		again,
		email: (actor ?? entering)?.email ?? '',
		returnTo,
		signedOut: url.searchParams.has('abgemeldet'),
		erased: url.searchParams.has('geloescht'),
		showsMail: DEMO && !SMTP_URL,
		ownService: installationEntry(locals.house.env),
		linkMinutes
	};
};

export const actions: Actions = {
	default: action(signInForm, async ({ email, zurueck, link }, { locals, getClientAddress }) => {
		const returnTo = localPath(zurueck);
		const service = link ? null : await findProviderOf(locals.ctx, { email, env: locals.house.env });
		if (service) return { led: { service, email, returnTo } };
		await requestSignIn(locals.ctx, { email, returnTo, address: getClientAddress() });
		return { sent: true };
	})
};
