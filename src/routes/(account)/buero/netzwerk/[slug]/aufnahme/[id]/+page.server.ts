import { dayOf } from '#lib/calendar.ts';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { paymentForm, transitionForm } from '#modules/admission/forms.ts';
import { recordPayment } from '#modules/admission/server/record-payment.ts';
import { stepApplication } from '#modules/admission/server/step-application.ts';
import { findInvoiceOf } from '#modules/invoices/server/find-invoice-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** Its invoice over the joining fee, for whoever sees the dossier. */
export const load: PageServerLoad = async ({ locals: { ctx }, parent }) => {
	const { dossier } = await parent();
	return { invoice: await findInvoiceOf(ctx, { kind: 'admission_fee', id: dossier.id }) };
};

const address = z.object({ slug: z.string(), id: z.string() });

export const actions: Actions = {
	step: action(transitionForm.extend(address.shape), async (input, { locals: { ctx } }) => {
		await stepApplication(ctx, input);
		return redirect(303, `/buero/netzwerk/${input.slug}/aufnahme/${input.id}?gespeichert`);
	}),
	pay: action(paymentForm.extend(address.shape), async ({ slug, id, amount = 0, receivedOn, note }, { locals: { ctx } }) => {
		const payment = { amountCents: Math.round(amount * 100), receivedOn: receivedOn ?? dayOf(ctx.now), note };
		return { said: await recordPayment(ctx, { slug, id, ...payment }) };
	})
};
