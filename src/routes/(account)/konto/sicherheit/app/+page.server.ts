import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { qrOf } from '#lib/server/qr.ts';
import { codeForm } from '#modules/people/forms.ts';
import { isFresh } from '#modules/people/second-factor.ts';
import { addAuthenticatorApp } from '#modules/people/server/add-authenticator-app.ts';
import { findAppSetup } from '#modules/people/server/find-app-setup.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	if (!isFresh(ctx)) redirect(303, '/konto/sicherheit');
	const setup = await findAppSetup(ctx);
	return { setup: { ...setup, qr: qrOf(setup.uri) } };
};

export const actions: Actions = {
	default: action(codeForm, async ({ code }, { locals }) => {
		const codes = await addAuthenticatorApp(locals.ctx, { code });
		if (!codes.length) redirect(303, '/konto/sicherheit');
		return { codes };
	})
};
