import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { networks } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { netOf } from '../invoice.ts';
import { readInvoiceAddress } from './find-invoice-address.ts';
import { issueOrder, type Issued } from './internal/issue-order.ts';
import { invoiceIssuers } from './tables.ts';

export type Fee = { applicationId: string; networkId: string; organisationId: string; feeCents: number; email: string | null };

/**
 * The invoice over the joining fee, as a reaction to an admission. Goes to the organisation's own address for invoices, else to whoever stands in the
 * application. Where something is missing (no issuer yet) nothing is issued and null comes back: the event says what, and the office writes it by hand.
 */
export async function issueFeeInvoice(
	ctx: Ctx,
	{ applicationId, networkId, organisationId, feeCents, email }: Fee
): Promise<Issued | null> {
	const [row] = await ctx.db
		.select({ network: networks, issuer: invoiceIssuers.data })
		.from(networks)
		.leftJoin(invoiceIssuers, eq(invoiceIssuers.networkId, networks.id))
		.where(eq(networks.id, networkId));
	if (!row || feeCents <= 0) return null;
	const unitCents = row.issuer ? netOf(feeCents, row.issuer) : feeCents;
	const entered = await readInvoiceAddress(ctx, organisationId);
	const buyer = entered?.email || !email ? {} : { email };
	const cause = { kind: 'admission_fee', id: applicationId } as const;
	const order = { organisationId, cause, lines: [{ text: 'Aufnahmebeitrag, einmalig', quantity: 1, unitCents }], buyer };
	try {
		return await ctx.db.transaction((db) => issueOrder({ ...ctx, db }, row.network, order));
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		await recordEvent(ctx, 'invoice.not_issued', { subjectId: applicationId, reason: error.message, data: { network: networkId } });
		return null;
	}
}
