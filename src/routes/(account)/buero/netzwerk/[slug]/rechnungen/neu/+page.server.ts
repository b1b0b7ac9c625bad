import { redirect } from '@sveltejs/kit';
import { newId } from '#lib/server/id.ts';
import { action } from '#lib/server/action.ts';
import { invoiceForm, netLines } from '#modules/invoices/forms.ts';
import type { Issuer } from '#modules/invoices/invoice.ts';
import { findInvoiceAddress } from '#modules/invoices/server/find-invoice-address.ts';
import { findIssuer } from '#modules/invoices/server/find-issuer.ts';
import { issueInvoice } from '#modules/invoices/server/issue-invoice.ts';
import { listInvoiceable } from '#modules/invoices/server/list-invoices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug }, url }) => {
	const organisations = await listInvoiceable(ctx, slug);
	const chosen = url.searchParams.get('organisation') ?? '';
	const buyer = organisations[chosen] ? await findInvoiceAddress(ctx, { organisationId: chosen, slug }) : null;
	const { isSet } = await findIssuer(ctx, slug);
	return { organisations, chosen, buyer, isSet, clickId: newId(), antrag: url.searchParams.get('antrag') ?? '' };
};

export const actions: Actions = {
	default: action(invoiceForm, async ({ organisationId, causeId, antrag, suppliedOn, lines, ...buyer }, { locals: { ctx }, params }) => {
		const slug = params.slug ?? '';
		const { issuer } = await findIssuer(ctx, slug);
		const tax = { taxMode: 'small_business', taxRate: 19, ...issuer } satisfies Partial<Issuer>;
		const cause = antrag ? ({ kind: 'admission_fee', id: antrag } as const) : ({ kind: 'by_hand', id: causeId } as const);
		const order = {
			slug,
			organisationId,
			cause,
			lines: netLines(lines, tax),
			buyer,
			suppliedOn
		} as const;
		const { id } = await issueInvoice(ctx, order);
		return redirect(303, `/buero/netzwerk/${slug}/rechnungen/${id}?neu`);
	})
};
