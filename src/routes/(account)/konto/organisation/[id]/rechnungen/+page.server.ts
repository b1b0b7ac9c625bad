import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { action } from '#lib/server/action.ts';
import { buyerForm } from '#modules/invoices/forms.ts';
import { findInvoiceAddress } from '#modules/invoices/server/find-invoice-address.ts';
import { listOwnInvoices } from '#modules/invoices/server/find-invoice.ts';
import { saveInvoiceAddress } from '#modules/invoices/server/save-invoice-address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { id } }) => ({
	own: await listOwnInvoices(ctx, id),
	address: await findInvoiceAddress(ctx, { organisationId: id }),
	id
});

export const actions: Actions = {
	default: action(
		buyerForm.extend({ id: z.uuid('Diese Organisation gibt es nicht mehr.') }),
		async ({ id, ...input }, { locals: { ctx } }) => {
			await saveInvoiceAddress(ctx, { organisationId: id, input });
			return redirect(303, `/konto/organisation/${id}/rechnungen?gespeichert`);
		}
	)
};
