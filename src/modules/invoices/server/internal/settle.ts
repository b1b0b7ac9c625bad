import { dayOf } from '#lib/calendar.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { stateOf, whyNotStep, type InvoiceStep, type Standing } from '../../state.ts';
import { invoicePayments, invoices } from '../tables.ts';
import type { InvoiceRow } from './invoice-for.ts';

export const standingOf = ({
	grossCents,
	paidCents,
	cancelledAt
}: Pick<InvoiceRow, 'grossCents' | 'paidCents' | 'cancelledAt'>): Standing => ({
	grossCents,
	paidCents,
	isCancelled: cancelledAt !== null
});

/** Throws what stands against a step. */
export function askStep(ctx: Ctx, invoice: InvoiceRow, asked: { step: InvoiceStep; cents?: number; reason?: string }): void {
	const { state, dueOn, remindedOn } = invoice;
	const not = whyNotStep({ ...asked, state, dueOn, remindedOn, standing: standingOf(invoice), today: dayOf(ctx.now) });
	if (not) throw refused(not.code, not.message, not.field);
}

/** Counts an invoice's money anew and writes what follows; whoever calls holds its lock. Tells of `invoice.paid` when that has just become true. */
export async function settle(ctx: Ctx, before: InvoiceRow): Promise<void> {
	const counted = sql<number>`coalesce(sum(case ${invoicePayments.kind} when 'refund' then -${invoicePayments.cents} else ${invoicePayments.cents} end), 0)::int`;
	const [sum] = await ctx.db
		.select({ cents: counted, paidOn: sql<string | null>`max(${invoicePayments.paidOn})::text` })
		.from(invoicePayments)
		.where(and(eq(invoicePayments.invoiceId, before.id), isNull(invoicePayments.reversedAt)));
	const paidCents = sum?.cents ?? 0;
	const state = stateOf({ ...standingOf(before), paidCents });
	await ctx.db.update(invoices).set({ paidCents, state }).where(eq(invoices.id, before.id));
	const isPaid = (one: string) => one === 'paid' || one === 'overpaid';
	const { networkId, organisationId, causeKind, causeId, number, grossCents } = before;
	const data = {
		network: networkId,
		organisation: organisationId,
		causeKind,
		causeId,
		number,
		grossCents,
		paidOn: sum?.paidOn ?? dayOf(ctx.now)
	};
	if (isPaid(state) && !isPaid(before.state)) await recordEvent(ctx, 'invoice.paid', { subjectId: before.id, data });
	if (!isPaid(state) && isPaid(before.state) && state !== 'cancelled')
		await recordEvent(ctx, 'invoice.reopened', { subjectId: before.id, data });
}
