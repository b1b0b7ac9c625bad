import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { qrOf } from '#lib/server/qr.ts';
import { codeForm, newPasskeyForm, nothingForm, recoveryForm } from '#modules/people/forms.ts';
import { isFresh } from '#modules/people/second-factor.ts';
import { deviceLabel, localPath } from '#modules/people/session.ts';
import { addAuthenticatorApp } from '#modules/people/server/add-authenticator-app.ts';
import { addPasskey } from '#modules/people/server/add-passkey.ts';
import { askForNewPasskey } from '#modules/people/server/ask-for-new-passkey.ts';
import { confirmSecondFactor } from '#modules/people/server/confirm-second-factor.ts';
import { findAppSetup } from '#modules/people/server/find-app-setup.ts';
import type { Actions, PageServerLoad } from './$types';

/** For whoever is half-way in: shows the second factor, or sets one up where it is required. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const returnTo = localPath(url.searchParams.get('zurueck'));
	const { entering, actor } = ctx;
	if (!entering) redirect(303, actor ? returnTo : `/anmelden?zurueck=${encodeURIComponent(returnTo)}`);
	const base = { returnTo, email: entering.email, owes: entering.owes };
	if (entering.owes === 'code' || !isFresh(ctx)) return { ...base, setup: null };
	const setup = await findAppSetup(ctx);
	return { ...base, setup: { ...setup, qr: qrOf(setup.uri) } };
};

export const actions: Actions = {
	code: action(codeForm, async ({ code }, { locals, url }) => {
		await confirmSecondFactor(locals.ctx, { code });
		redirect(303, localPath(url.searchParams.get('zurueck')));
	}),
	recovery: action(recoveryForm, async ({ recovery }, { locals, url }) => {
		await confirmSecondFactor(locals.ctx, { recovery });
		redirect(303, localPath(url.searchParams.get('zurueck')));
	}),
	askPasskey: action(nothingForm, async (_, { locals: { ctx, house } }) => ({
		options: await askForNewPasskey(ctx, { baseUrl: house.env.baseUrl })
	})),
	passkey: action(newPasskeyForm, async ({ answer }, { locals: { ctx, house }, request }) => {
		const label = deviceLabel(request.headers.get('user-agent'));
		return { codes: await addPasskey(ctx, { answer, label, baseUrl: house.env.baseUrl }) };
	}),
	app: action(codeForm, async ({ code }, { locals }) => ({ codes: await addAuthenticatorApp(locals.ctx, { code }) }))
};
