import { newId } from '#lib/server/id.ts';
import { someIssuer } from '#modules/invoices/example.ts';
import { issueInvoice, type InvoiceOrder } from '#modules/invoices/server/issue-invoice.ts';
import { saveIssuer } from '#modules/invoices/server/save-issuer.ts';
import type { Stage } from './access/access.ts';
import { plantMembership } from './networks.ts';

/** An order of 100 € to the organisation of the stage, with everything that EN 16931 asks of a buyer. */
export const orderOf = (place: { slug: string; organisationId: string }, over: Partial<InvoiceOrder> = {}): InvoiceOrder => ({
	slug: place.slug,
	organisationId: place.organisationId,
	cause: { kind: 'by_hand', id: newId() },
	lines: [{ text: 'Aufnahmebeitrag', quantity: 1, unitCents: 10_000 }],
	buyer: { email: 'kasse@angermuende.example' },
	...over
});

/** The network of the stage with an issuer, and Angermünde noted in it. */
export async function plantIssuer(stage: Stage): Promise<{ id: string; slug: string; organisationId: string }> {
	const place = await plantMembership(stage);
	await saveIssuer(stage.as('oskar'), { slug: place.slug, input: someIssuer });
	return place;
}

/** The same with one invoice of 100 € to Angermünde. */
export async function plantInvoice(stage: Stage): Promise<{ slug: string; organisationId: string; id: string; number: string }> {
	const { slug, organisationId } = await plantIssuer(stage);
	const { id, number } = await issueInvoice(stage.as('oskar'), orderOf({ slug, organisationId }));
	return { slug, organisationId, id, number };
}
