import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { findOfficeNetwork } from '#modules/networks/server/find-office-network.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { invoices } from '../tables.ts';

export type InvoiceRow = typeof invoices.$inferSelect;
export type InvoiceAt = { slug: string; id: string };

/** An invoice for the office of its network, locked for what comes; 404 for everybody else. Storno documents only where `any`. */
export async function invoiceFor(ctx: Ctx, { slug, id }: InvoiceAt, any = false): Promise<InvoiceRow> {
	const network = await findOfficeNetwork(ctx, slug);
	if (!isUuid(id)) throw notFound();
	const [row] = await ctx.db
		.select()
		.from(invoices)
		.where(and(eq(invoices.id, id), eq(invoices.networkId, network.id)))
		.for('update');
	if (!row || (row.kind === 'cancellation' && !any)) throw notFound();
	return row;
}
