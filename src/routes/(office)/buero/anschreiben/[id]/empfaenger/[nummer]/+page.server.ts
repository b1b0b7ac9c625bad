import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { notedReplyForm, replyConsentForm, returnForm } from '#modules/owners/forms.ts';
import { excludeRecipient } from '#modules/owners/server/exclude-recipient.ts';
import { findRecipient } from '#modules/owners/server/find-recipient.ts';
import { noteReply } from '#modules/owners/server/note-reply.ts';
import { returnLetter } from '#modules/owners/server/return-letter.ts';
import { takeConsent } from '#modules/owners/server/take-consent.ts';
import type { Actions, PageServerLoad } from './$types';

export const load = (async ({ locals: { ctx, house }, params, url }) => ({
	...(await findRecipient(ctx, { id: params.nummer, baseUrl: house.env.baseUrl })),
	done: url.searchParams.get('fertig')
})) satisfies PageServerLoad;

const which = z.object({ nummer: z.string() });
const back = (url: URL, done: string): never => redirect(303, `${url.pathname}?fertig=${done}`);

export const actions: Actions = {
	reply: action(notedReplyForm.and(which), async ({ nummer, ...input }, { locals, url }) => {
		await noteReply(locals.ctx, { id: nummer, input });
		back(url, 'antwort');
	}),
	consent: action(replyConsentForm.and(which), async ({ nummer, scope }, { locals, url }) => {
		await takeConsent(locals.ctx, { id: nummer, scope });
		back(url, 'einwilligung');
	}),
	return: action(returnForm.and(which), async ({ nummer, reason }, { locals, url }) => {
		await returnLetter(locals.ctx, { id: nummer, reason });
		back(url, 'zurueck');
	}),
	exclude: action(which, async ({ nummer }, { locals, url }) => {
		await excludeRecipient(locals.ctx, nummer);
		back(url, 'herausgenommen');
	})
};
