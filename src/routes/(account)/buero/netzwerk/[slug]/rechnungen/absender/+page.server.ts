import { redirect } from '@sveltejs/kit';
import { action } from '#lib/server/action.ts';
import { issuerForm } from '#modules/invoices/forms.ts';
import { findIssuer } from '#modules/invoices/server/find-issuer.ts';
import { saveIssuer } from '#modules/invoices/server/save-issuer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => findIssuer(ctx, params.slug);

export const actions: Actions = {
	default: action(issuerForm, async (input, { locals, params }) => {
		const slug = params.slug ?? '';
		await saveIssuer(locals.ctx, { slug, input });
		return redirect(303, `/buero/netzwerk/${slug}/rechnungen/absender?gespeichert`);
	})
};
