import { notFound } from '#lib/refusal.ts';
import { pdfResponse } from '#lib/server/pdf/response.ts';
import { toXRechnung } from '../../cii.ts';
import { invoicePdf, reminderPdf } from './draw-invoice.ts';
import type { InvoiceDocument } from '../find-invoice.ts';

/** What can be downloaded of a document, by its name in the address. Who may has been asked before. 404 for anything else. */
export function toResponse({ content, reminders }: InvoiceDocument, file: string): Response {
	const name = content.number.toLowerCase();
	if (file === 'rechnung.pdf') return pdfResponse(invoicePdf(content), `${name}.pdf`);
	if (file === 'xrechnung.xml')
		return new Response(toXRechnung(content), {
			headers: {
				'content-type': 'application/xml; charset=utf-8',
				'content-disposition': `attachment; filename="${name}-xrechnung.xml"`,
				'cache-control': 'private, no-store'
			}
		});
	const last = reminders.at(-1);
	if (file === 'erinnerung.pdf' && last) return pdfResponse(reminderPdf(content, last), `${name}-erinnerung-${last.level}.pdf`);
	throw notFound();
}
