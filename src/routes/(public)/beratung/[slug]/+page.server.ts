import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { askForm } from '#modules/advice/forms.ts';
import { askForAdvice } from '#modules/advice/server/ask-for-advice.ts';
import { findOffer } from '#modules/advice/server/find-offer.ts';
import type { Actions, PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	view: await findOffer(locals.ctx, params.slug),
	sent: url.searchParams.get('neu') === 'angefragt'
});

export const actions: Actions = {
	default: action(askForm, async (input, { locals, params, getClientAddress }) => {
		await askForAdvice(locals.ctx, { slug: params.slug ?? '', input, address: getClientAddress() });
		redirect(303, `/beratung/${params.slug}?neu=angefragt`);
	})
};
