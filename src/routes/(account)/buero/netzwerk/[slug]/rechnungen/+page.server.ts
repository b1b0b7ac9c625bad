import { readInvoiceFilter } from '#modules/invoices/invoice-filter.ts';
import { findIssuer } from '#modules/invoices/server/find-issuer.ts';
import { listBankEntries } from '#modules/invoices/server/list-bank-entries.ts';
import { countInvoices, listInvoices } from '#modules/invoices/server/list-invoices.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { slug }, url }) => {
	const filter = readInvoiceFilter(url.searchParams);
	const { isSet } = await findIssuer(ctx, slug);
	const [items, figures] = [await listInvoices(ctx, slug, filter), await countInvoices(ctx, slug)];
	const { entries } = await listBankEntries(ctx, slug);
	return { filter, items, figures, isSet, toSettle: entries.length, query: url.search };
};
