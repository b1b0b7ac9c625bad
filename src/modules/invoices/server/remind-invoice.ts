import { dayAfter, dayOf } from '#lib/calendar.ts';
import { count, eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { openCents } from '../state.ts';
import { invoiceFor, type InvoiceAt } from './internal/invoice-for.ts';
import { mailReminder } from './internal/mail-invoice.ts';
import { askStep, standingOf } from './internal/settle.ts';
import { invoiceReminders, invoices } from './tables.ts';

/** How long a reminder gives. */
const daysMore = 14;

/** Reminds of what is open, by mail and as a letter to print; not before it is due, and not twice within a week. */
export async function remindInvoice(ctx: Ctx, { slug, id }: InvoiceAt): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const invoice = await invoiceFor(inside, { slug, id });
		askStep(ctx, invoice, { step: 'remind' });
		const [before] = await db.select({ n: count() }).from(invoiceReminders).where(eq(invoiceReminders.invoiceId, id));
		const [sentOn, level] = [dayOf(ctx.now), (before?.n ?? 0) + 1];
		const told = { openCents: openCents(standingOf(invoice)), dueOn: dayAfter(sentOn, daysMore) };
		const stamp = { createdBy: ctx.actor?.id ?? null, createdAt: ctx.now };
		await db.insert(invoiceReminders).values({ id: newId(), invoiceId: id, level, sentOn, ...told, ...stamp });
		await db.update(invoices).set({ remindedOn: sentOn }).where(eq(invoices.id, id));
		await mailReminder(inside, { id, content: invoice.content, ...told });
		await recordEvent(inside, 'invoice.reminded', { subjectId: id, data: { level } });
	});
}
