import { and, eq } from 'drizzle-orm';
import { someIssuer } from '#modules/invoices/example.ts';
import { cancelInvoice } from '#modules/invoices/server/cancel-invoice.ts';
import { findInvoice } from '#modules/invoices/server/find-invoice.ts';
import { findInvoiceOf } from '#modules/invoices/server/find-invoice-of.ts';
import { issueFeeInvoice } from '#modules/invoices/server/issue-fee-invoice.ts';
import { recordPayment as recordOnInvoice } from '#modules/invoices/server/record-payment.ts';
import { saveIssuer } from '#modules/invoices/server/save-issuer.ts';
import { memberships } from '#modules/networks/server/tables.ts';
import { events } from '#modules/people/server/tables.ts';
import { plantApplication } from '#testing/admission.ts';
import { expect, test } from '#testing/world.ts';
import { castVote } from './cast-vote.ts';
import { findApplication } from './find-application.ts';
import { findDecisionLetter } from './find-decision-letter.ts';
import { loadFee } from './load-fee.ts';
import { recordPaidInvoice, recordPayment } from './record-payment.ts';
import { stepApplication } from './step-application.ts';

test('whoever is admitted gets one invoice; when it is paid there, the membership is active and the fee noted on that day', async ({
	db,
	as
}) => {
	const { id, slug, networkId } = await plantApplication({ db, as }, 'fee_pending');
	await saveIssuer(as('oskar'), { slug, input: someIssuer });
	const issue = async () => issueFeeInvoice(as(null), await loadFee(as(null), id));
	const issued = await issue();
	expect(issued).toMatchObject({ number: 'HO-2026-0001', isNew: true });
	expect(await issue()).toMatchObject({ number: 'HO-2026-0001', isNew: false });
	const at = { slug, id: issued?.id ?? '' };
	expect((await findInvoice(as('oskar'), at)).content).toMatchObject({
		buyer: { email: 'ines.krueger@angermuende.example' },
		totals: { grossCents: 10_000 }
	});
	await expect(recordPayment(as('oskar'), { slug, id, amountCents: 10_000, receivedOn: '2026-11-20' })).rejects.toMatchObject({
		code: 'has-invoice',
		message: expect.stringContaining('HO-2026-0001')
	});
	await recordOnInvoice(as('oskar'), { ...at, kind: 'payment', cents: 10_000, paidOn: '2026-11-21' });
	const [told] = await db
		.select()
		.from(events)
		.where(and(eq(events.subjectId, at.id), eq(events.kind, 'invoice.paid')));
	expect(told?.data).toMatchObject({
		causeKind: 'admission_fee',
		causeId: id,
		network: networkId,
		grossCents: 10_000,
		paidOn: '2026-11-21'
	});
	const paid = { id, amountCents: 10_000, receivedOn: '2026-11-21', reference: 'HO-2026-0001' };
	expect(await recordPaidInvoice(as(null), { ...paid, networkId: '00000000-0000-7000-8000-0000000000ff' })).toBeNull();
	expect((await findApplication(as('ines'), id)).state).toBe('fee_pending');
	await recordPaidInvoice(as(null), { ...paid, networkId });
	expect((await findApplication(as('ines'), id)).state).toBe('active');
	expect(await db.select().from(memberships).where(eq(memberships.networkId, networkId))).toMatchObject([
		{ state: 'member', feePaidOn: '2026-11-21' }
	]);
});

test('without an issuer nothing is issued and nothing is stopped: the event says what is missing, and the office enters the money by hand', async ({
	db,
	as
}) => {
	const { id, slug } = await plantApplication({ db, as }, 'fee_pending');
	expect(await issueFeeInvoice(as(null), await loadFee(as(null), id))).toBeNull();
	expect(await db.select().from(events).where(eq(events.kind, 'invoice.not_issued'))).toMatchObject([
		{ subjectId: id, reason: expect.stringContaining('Absender') }
	]);
	await recordPayment(as('oskar'), { slug, id, amountCents: 4_000, receivedOn: '2026-11-20' });
	await recordPaidInvoice(as(null), { id, amountCents: 10_000, receivedOn: '2026-11-21', reference: 'HO-2026-0001' });
	expect(await findApplication(as('ines'), id)).toMatchObject({ state: 'active', paidCents: 10_000 });
});

test('after a storno the office may enter the money by hand again', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'fee_pending');
	await saveIssuer(as('oskar'), { slug, input: someIssuer });
	const issued = await issueFeeInvoice(as(null), await loadFee(as(null), id));
	await cancelInvoice(as('oskar'), { slug, id: issued?.id ?? '', reason: 'Falscher Empfänger.' });
	expect((await findInvoiceOf(as(null), { kind: 'admission_fee', id }))?.state).toBe('cancelled');
	await recordPayment(as('oskar'), { slug, id, amountCents: 10_000, receivedOn: '2026-11-20' });
	expect((await findApplication(as('ines'), id)).state).toBe('active');
});

test('after a storno the fee gets a new invoice, and that one pays it', async ({ db, as }) => {
	const { id, slug } = await plantApplication({ db, as }, 'fee_pending');
	await saveIssuer(as('oskar'), { slug, input: someIssuer });
	const fee = await loadFee(as(null), id);
	const first = await issueFeeInvoice(as(null), fee);
	await cancelInvoice(as('oskar'), { slug, id: first?.id ?? '', reason: 'Falscher Empfänger.' });
	const second = await issueFeeInvoice(as(null), fee);
	expect(second).toMatchObject({ isNew: true });
	expect(await findInvoiceOf(as(null), { kind: 'admission_fee', id })).toMatchObject({ id: second?.id, state: 'issued' });
	expect(await issueFeeInvoice(as(null), fee)).toMatchObject({ id: second?.id, isNew: false });
	await expect(recordPayment(as('oskar'), { slug, id, amountCents: 10_000, receivedOn: '2026-11-20' })).rejects.toMatchObject({
		code: 'has-invoice'
	});
});

test('the decision is a letter for the office and the town itself, nobody else, and not before it is made', async ({ db, as }) => {
	const { id, slug, founders } = await plantApplication({ db, as }, 'decision_pending');
	await expect(findDecisionLetter(as('oskar'), { slug, id })).rejects.toMatchObject({ code: 'not-decided' });
	await castVote(as('friedrich'), { slug, id, input: { choice: 'no', reason: 'später' } });
	await castVote(as('oskar'), { slug, id, input: { roleId: founders[1], choice: 'no', reason: 'später' } });
	await stepApplication(as('oskar'), { slug, id, transition: 'decline', reason: 'Es fehlt noch die Zeit.' });
	for (const letter of [await findDecisionLetter(as('oskar'), { slug, id }), await findDecisionLetter(as('ines'), { id })]) {
		expect(letter.recipient).toEqual(['Stadt Angermünde', 'Ines Krüger', '16278 Angermünde']);
		expect(JSON.stringify(letter)).toContain('Es fehlt noch die Zeit.');
	}
	await expect(findDecisionLetter(as('friedrich'), { slug, id })).rejects.toMatchObject({ status: 403 });
	await expect(findDecisionLetter(as('ines'), { slug, id })).rejects.toMatchObject({ status: 404 });
	for (const who of ['friedrich', 'amira', 'oskar'] as const)
		await expect(findDecisionLetter(as(who), { id }), who).rejects.toMatchObject({ status: 404 });
});
