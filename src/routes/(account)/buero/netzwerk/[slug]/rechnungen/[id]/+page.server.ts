import { dayOf } from '#lib/calendar.ts';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { newId } from '#lib/server/id.ts';
import { action } from '#lib/server/action.ts';
import { paymentForm, reasonForm } from '#modules/invoices/forms.ts';
import { cancelInvoice } from '#modules/invoices/server/cancel-invoice.ts';
import { findInvoice } from '#modules/invoices/server/find-invoice.ts';
import { recordPayment } from '#modules/invoices/server/record-payment.ts';
import { remindInvoice } from '#modules/invoices/server/remind-invoice.ts';
import { reversePayment } from '#modules/invoices/server/reverse-payment.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
	found: await findInvoice(ctx, params),
	today: dayOf(ctx.now),
	clickId: newId(),
	said: ['neu', 'zahlung', 'rueckzahlung', 'zurueckgenommen', 'erinnert', 'storniert'].find((word) => url.searchParams.has(word)) ?? null
});

const address = z.object({ slug: z.string(), id: z.string() });
const back = ({ slug, id }: z.output<typeof address>, said: string) => redirect(303, `/buero/netzwerk/${slug}/rechnungen/${id}?${said}`);

const pay = (kind: 'payment' | 'refund') =>
	action(paymentForm.extend(address.shape), async ({ amount, paidOn, note, clickId, ...at }, { locals: { ctx } }) => {
		await recordPayment(ctx, { ...at, kind, cents: amount, paidOn: paidOn ?? dayOf(ctx.now), note, clickId });
		return back(at, kind === 'payment' ? 'zahlung' : 'rueckzahlung');
	});

export const actions: Actions = {
	pay: pay('payment'),
	refund: pay('refund'),
	reverse: action(reasonForm.extend({ ...address.shape, paymentId: z.uuid() }), async (input, { locals: { ctx } }) => {
		await reversePayment(ctx, input);
		return back(input, 'zurueckgenommen');
	}),
	remind: action(address, async (at, { locals: { ctx } }) => {
		await remindInvoice(ctx, at);
		return back(at, 'erinnert');
	}),
	cancel: action(reasonForm.extend(address.shape), async (input, { locals: { ctx } }) => {
		await cancelInvoice(ctx, input);
		return back(input, 'storniert');
	})
};
