import { writeXlsx } from 'hucre';
import { notFound } from '#lib/refusal.ts';
import { invoiceCsv, invoiceRows } from '#modules/invoices/invoice-file.ts';
import { readInvoiceFilter } from '#modules/invoices/invoice-filter.ts';
import { listInvoices } from '#modules/invoices/server/list-invoices.ts';
import type { RequestHandler } from './$types';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { slug, ending }, url }) => {
	const items = await listInvoices(ctx, slug, readInvoiceFilter(url.searchParams));
	if (ending !== 'csv' && ending !== 'xlsx') throw notFound();
	const sheet = { name: 'Rechnungen', rows: invoiceRows(items), freezePane: { rows: 1 } };
	const body = ending === 'csv' ? invoiceCsv(items) : Uint8Array.from(await writeXlsx({ sheets: [sheet] }));
	return new Response(body, {
		headers: {
			'content-type': ending === 'csv' ? 'text/csv; charset=utf-8' : xlsx,
			'content-disposition': `attachment; filename="rechnungen-${slug}.${ending}"`,
			'cache-control': 'private, no-store'
		}
	});
};
