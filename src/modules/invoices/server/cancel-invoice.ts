import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { keepUntil, numberOf, takeBack } from '../invoice.ts';
import { invoiceFor, type InvoiceAt } from './internal/invoice-for.ts';
import { mailInvoice } from './internal/mail-invoice.ts';
import { lockCounter, nextNumber } from './internal/next-number.ts';
import { askStep } from './internal/settle.ts';
import { invoices } from './tables.ts';

/** Takes an invoice back: it keeps its number, and a document with the next number and the opposite sign says why. Returns the document's id. */
export async function cancelInvoice(ctx: Ctx, { slug, id, reason }: InvoiceAt & { reason: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const invoice = await invoiceFor(inside, { slug, id });
		askStep(ctx, invoice, { step: 'cancel', reason });
		const issuedOn = dayOf(ctx.now);
		const counted = { networkId: invoice.networkId, year: Number(issuedOn.slice(0, 4)) };
		await lockCounter(inside, counted);
		const sequence = await nextNumber(inside, counted);
		const number = numberOf(invoice.content.issuer.prefix, counted.year, sequence);
		const content = takeBack(invoice.content, { number, issuedOn, reason: reason.trim() });
		const by = { cancelledAt: ctx.now, cancelledBy: ctx.actor?.id ?? null, cancelReason: reason.trim() };
		await db
			.update(invoices)
			.set({ ...by, state: 'cancelled' })
			.where(eq(invoices.id, id));
		const storno = newId();
		await db.insert(invoices).values({
			...{
				id: storno,
				networkId: invoice.networkId,
				organisationId: invoice.organisationId,
				kind: 'cancellation',
				number,
				year: counted.year,
				sequence
			},
			...{
				causeKind: 'cancellation',
				causeId: id,
				content,
				grossCents: content.totals.grossCents,
				issuedOn,
				dueOn: null,
				state: 'cancelled'
			},
			...{ keepUntil: keepUntil(issuedOn), createdBy: ctx.actor?.id ?? null, createdAt: ctx.now }
		});
		await mailInvoice(inside, { id: storno, content });
		const { causeKind, causeId } = invoice;
		await recordEvent(inside, 'invoice.cancelled', {
			subjectId: id,
			reason,
			data: { network: invoice.networkId, storno: number, causeKind, causeId }
		});
		return storno;
	});
}
