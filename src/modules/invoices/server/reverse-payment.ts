import { and, eq, isNull } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { invoiceFor, type InvoiceAt } from './internal/invoice-for.ts';
import { settle } from './internal/settle.ts';
import { bankEntries, invoicePayments } from './tables.ts';

/** Takes a payment back that was entered by mistake, with the reason; one from the bank file is to be settled anew. */
export async function reversePayment(
	ctx: Ctx,
	{ slug, id, paymentId, reason }: InvoiceAt & { paymentId: string; reason: string }
): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const invoice = await invoiceFor(inside, { slug, id });
		const mine = and(eq(invoicePayments.id, paymentId), eq(invoicePayments.invoiceId, id));
		const [payment] = await db.select().from(invoicePayments).where(mine);
		if (!payment) throw notFound();
		if (payment.reversedAt) throw refused('already-reversed', 'Diese Zahlung ist schon zurückgenommen.');
		const by = { reversedAt: ctx.now, reversedBy: ctx.actor?.id ?? null, reversalReason: reason };
		await db
			.update(invoicePayments)
			.set({ ...by, entryId: null })
			.where(and(mine, isNull(invoicePayments.reversedAt)));
		if (payment.entryId) {
			const others = await db.select({ id: invoicePayments.id }).from(invoicePayments).where(eq(invoicePayments.entryId, payment.entryId));
			if (!others.length)
				await db
					.update(bankEntries)
					.set({ state: 'open', decidedAt: null, decidedBy: null, keepUntil: null })
					.where(eq(bankEntries.id, payment.entryId));
		}
		await settle(inside, invoice);
		await recordEvent(inside, 'invoice.payment_reversed', { subjectId: id, reason, data: { cents: payment.cents, kind: payment.kind } });
	});
}
