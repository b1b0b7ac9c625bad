import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { newPasswordForm, nothingForm } from '#modules/people/forms.ts';
import { shortestPassword } from '#modules/people/password.ts';
import { isFresh } from '#modules/people/second-factor.ts';
import { findSecondFactor } from '#modules/people/server/find-second-factor.ts';
import { removePassword } from '#modules/people/server/remove-password.ts';
import { setPassword } from '#modules/people/server/set-password.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
	since: (await findSecondFactor(ctx)).passwordSince,
	fresh: isFresh(ctx),
	email: ctx.actor?.email ?? '',
	shortestPassword
});

export const actions: Actions = {
	set: action(newPasswordForm, async ({ password }, { locals }) => {
		await setPassword(locals.ctx, { password });
		redirect(303, '/konto/sicherheit?gespeichert=passwort');
	}),
	remove: action(nothingForm, async (_, { locals }) => {
		await removePassword(locals.ctx);
		redirect(303, '/konto/sicherheit');
	})
};
