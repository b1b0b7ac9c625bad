import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { PaymentKind } from '../vocabulary.ts';
import { invoiceFor, type InvoiceAt } from './internal/invoice-for.ts';
import { askStep, settle } from './internal/settle.ts';
import { invoicePayments } from './tables.ts';

export type PaymentInput = InvoiceAt & {
	kind: PaymentKind;
	cents: number;
	/** ISO day. */
	paidOn: string;
	note?: string;
	/** Made when the form was shown; the same form twice is one payment. */
	clickId?: string;
};

/** Writes down money that came, or that went back (`refund`), by hand. */
export async function recordPayment(ctx: Ctx, { slug, id, kind, cents, paidOn, note, clickId }: PaymentInput): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const invoice = await invoiceFor(inside, { slug, id });
		const row = { id: newId(), invoiceId: id, kind, cents, paidOn, source: 'hand', note: note ?? null, clickId: clickId ?? null } as const;
		const made = await db
			.insert(invoicePayments)
			.values({ ...row, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now })
			.onConflictDoNothing()
			.returning({ id: invoicePayments.id });
		if (!made.length) return;
		askStep(ctx, invoice, { step: kind === 'refund' ? 'refund' : 'pay', cents });
		await settle(inside, invoice);
		await recordEvent(inside, `invoice.${kind}_recorded`, { subjectId: id, data: { cents, paidOn } });
	});
}
