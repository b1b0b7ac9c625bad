import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { idForm, newPasskeyForm, nothingForm } from '#modules/people/forms.ts';
import { isFresh } from '#modules/people/second-factor.ts';
import { deviceLabel } from '#modules/people/session.ts';
import { addPasskey } from '#modules/people/server/add-passkey.ts';
import { askForNewPasskey } from '#modules/people/server/ask-for-new-passkey.ts';
import { findSecondFactor } from '#modules/people/server/find-second-factor.ts';
import { listIdentities } from '#modules/people/server/list-identities.ts';
import { listSecurityEvents } from '#modules/people/server/list-security-events.ts';
import { removeAuthenticatorApp } from '#modules/people/server/remove-authenticator-app.ts';
import { removePasskey } from '#modules/people/server/remove-passkey.ts';
import { renewRecoveryCodes } from '#modules/people/server/renew-recovery-codes.ts';
import { unlinkIdentity } from '#modules/people/server/unlink-identity.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
	saved: url.searchParams.get('gespeichert'),
	email: ctx.actor?.email ?? '',
	factor: await findSecondFactor(ctx),
	identities: (await listIdentities(ctx)).map(({ issuer, ...identity }) => ({ ...identity, host: new URL(issuer).hostname })),
	events: await listSecurityEvents(ctx),
	fresh: isFresh(ctx),
	now: ctx.now
});

export const actions: Actions = {
	codes: action(nothingForm, async (_, { locals, setHeaders }) => {
		setHeaders({ 'cache-control': 'no-store' });
		return { codes: await renewRecoveryCodes(locals.ctx) };
	}),
	askPasskey: action(nothingForm, async (_, { locals: { ctx, house } }) => ({
		options: await askForNewPasskey(ctx, { baseUrl: house.env.baseUrl })
	})),
	addPasskey: action(newPasskeyForm, async ({ answer }, { locals: { ctx, house }, request, setHeaders }) => {
		setHeaders({ 'cache-control': 'no-store' });
		const label = deviceLabel(request.headers.get('user-agent'));
		const codes = await addPasskey(ctx, { answer, label, baseUrl: house.env.baseUrl });
		if (!codes.length) redirect(303, '/konto/sicherheit?gespeichert=passkey');
		return { codes };
	}),
	removePasskey: action(idForm, async ({ id }, { locals }) => {
		await removePasskey(locals.ctx, id);
		redirect(303, '/konto/sicherheit');
	}),
	unlink: action(idForm, async ({ id }, { locals }) => {
		await unlinkIdentity(locals.ctx, id);
		redirect(303, '/konto/sicherheit');
	}),
	removeApp: action(nothingForm, async (_, { locals }) => {
		await removeAuthenticatorApp(locals.ctx);
		redirect(303, '/konto/sicherheit');
	})
};
