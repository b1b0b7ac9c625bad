import { findInvoiceByLink } from '#modules/invoices/server/find-invoice.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** For whoever holds the link of the mail: a cash office without an account. Looking changes nothing. */
export const load: PageServerLoad = async ({ locals: { ctx }, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const link = url.searchParams.get('schluessel') ?? '';
	return { link, found: await findInvoiceByLink(ctx, link) };
};
