import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { euro, germanDay } from '#lib/text/german.ts';
import { findInvoiceOf } from '#modules/invoices/server/find-invoice-of.ts';
import { settleFee } from '#modules/networks/server/advance-membership.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import type { Side } from '../vocabulary.ts';
import { dossierFor } from './internal/application-for.ts';
import { paidSoFar } from './internal/facts-of.ts';
import { loadApplication, type Loaded } from './internal/load-application.ts';
import { takeTransition } from './internal/take-transition.ts';
import { applicationPayments } from './tables.ts';

export type Payment = { amountCents: number; receivedOn: string; note?: string; reference?: string };

const amount = (cents: number) => euro(cents / 100);

/** Writes a payment down and goes on when it is enough. Returns what there is to say of it. */
async function takePayment(
	ctx: Ctx,
	found: Loaded,
	{ amountCents, receivedOn, note, reference, side }: Payment & { side: Side }
): Promise<string> {
	const { application } = found;
	const before = await paidSoFar(ctx, application.id);
	if (application.state === 'active' && application.feeCents > 0)
		throw refused(
			'paid-already',
			`Der Beitrag von ${amount(application.feeCents)} ist schon vollständig da. Ein zweiter Eingang über ${amount(amountCents)} gehört zurückgezahlt.`
		);
	if (application.state !== 'fee_pending') throw refused('no-fee-yet', 'Ein Beitrag wird erst nach der Aufnahme fällig.');
	if (receivedOn > dayOf(ctx.now)) throw refused('future', 'Der Tag des Eingangs liegt in der Zukunft.', 'receivedOn');
	const row = { id: newId(), applicationId: application.id, amountCents, receivedOn, note: note ?? null, reference: reference ?? null };
	await ctx.db.insert(applicationPayments).values({ ...row, recordedBy: ctx.actor?.id ?? null, at: ctx.now });
	await recordEvent(ctx, 'application.paid', { subjectId: application.id, data: { amountCents, receivedOn } });
	const left = application.feeCents - before - amountCents;
	if (left > 0) return `${amount(amountCents)} sind eingetragen. Es fehlen noch ${amount(left)}.`;
	await settleFee(ctx, { networkId: application.networkId, organisationId: application.organisationId, paidOn: receivedOn });
	await takeTransition(ctx, found, { transition: 'pay', side, reason: `Eingang am ${germanDay(receivedOn)} über ${amount(amountCents)}.` });
	return left < 0
		? `Der Beitrag ist da. ${amount(-left)} sind zu viel und gehören zurückgezahlt.`
		: 'Der Beitrag ist da, die Mitgliedschaft ist aktiv.';
}

/** Where there is an invoice, money is entered there, once, and comes back as `invoice.paid`. */
async function refuseBesideInvoice(ctx: Ctx, id: string): Promise<void> {
	const invoice = await findInvoiceOf(ctx, { kind: 'admission_fee', id });
	if (invoice && invoice.state !== 'cancelled')
		throw refused('has-invoice', `Zu diesem Beitrag gibt es die Rechnung ${invoice.number}. Bitte den Eingang dort eintragen.`);
}

/** The office enters what came in. 409 when nothing is due or it is all there; a part is kept and says what is missing. */
export async function recordPayment(ctx: Ctx, { slug, id, ...payment }: Payment & { slug: string; id: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const found = await dossierFor(inside, { slug, id }, { run: true, lock: true });
		await refuseBesideInvoice(inside, id);
		return takePayment(inside, found, { ...payment, side: 'office' });
	});
}

export type PaidInvoice = Payment & { id: string; reference: string; networkId?: string };

/**
 * The reaction to a paid invoice: the same, once per `reference`, and never an error where the office was faster. What was entered before the invoice was
 * written counts; an invoice of another network (`networkId`) pays nothing here.
 */
export async function recordPaidInvoice(ctx: Ctx, { id, networkId, ...payment }: PaidInvoice): Promise<string | null> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const found = await loadApplication(inside, id, true);
		const known = await db.select().from(applicationPayments).where(eq(applicationPayments.reference, payment.reference));
		if (known.length || found.application.state !== 'fee_pending') return null;
		if (networkId !== undefined && networkId !== found.application.networkId) return null;
		const left = found.application.feeCents - (await paidSoFar(inside, id));
		return takePayment(inside, found, { ...payment, amountCents: Math.min(payment.amountCents, left), side: 'itself' });
	});
}
