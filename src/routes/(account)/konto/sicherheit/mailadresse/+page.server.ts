import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { newMailForm } from '#modules/people/forms.ts';
import { confirmHours, takeBackDays } from '#modules/people/mail-change.ts';
import { isFresh } from '#modules/people/second-factor.ts';
import { findWaitingMailChange } from '#modules/people/server/find-mail-change.ts';
import { requestMailChange } from '#modules/people/server/request-mail-change.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, house }, url }) => ({
	email: ctx.actor?.email ?? '',
	waiting: await findWaitingMailChange(ctx),
	fresh: isFresh(ctx),
	sent: url.searchParams.has('unterwegs'),
	showsMail: house.env.DEMO && !house.env.SMTP_URL,
	...{ confirmHours, takeBackDays, now: ctx.now }
});

export const actions: Actions = {
	default: action(newMailForm, async ({ email }, { locals }) => {
		await requestMailChange(locals.ctx, { email });
		redirect(303, '/konto/sicherheit/mailadresse?unterwegs=ja');
	})
};
