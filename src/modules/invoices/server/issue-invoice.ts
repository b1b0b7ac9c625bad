import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { issueOrder, type InvoiceOrder as Order, type Issued } from './internal/issue-order.ts';

export type InvoiceOrder = Order & { slug: string };

/**
 * Issues an invoice of a network to an organisation and mails it: the next number of the year, checked against EN 16931, never changed again. Call it within
 * the transaction that is the cause; a second call for the same cause returns the first invoice. For the network's office; 409 says what is missing.
 */
export async function issueInvoice(ctx: Ctx, { slug, ...order }: InvoiceOrder): Promise<Issued> {
	const network = await findOfficeNetwork(ctx, slug);
	return ctx.db.transaction((db) => issueOrder({ ...ctx, db }, network, order));
}
