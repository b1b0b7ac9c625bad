import { and, eq, inArray } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { saveRole } from '#modules/networks/server/save-role.ts';
import { events, mails } from '#modules/people/server/tables.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { cast } from '#testing/cast.ts';
import { orderOf, plantInvoice, plantIssuer } from '#testing/invoices.ts';
import { plantMembership } from '#testing/networks.ts';
import { expect, now, test } from '#testing/world.ts';
import { someIssuer } from '../example.ts';
import { readInvoiceFilter } from '../invoice-filter.ts';
import { invoiceCsv } from '../invoice-file.ts';
import { cancelInvoice } from './cancel-invoice.ts';
import { drawFile } from './draw-file.ts';
import { findInvoice, findInvoiceByLink, findOwnInvoice, listOwnInvoices } from './find-invoice.ts';
import { issueInvoice } from './issue-invoice.ts';
import { countInvoices, listInvoices } from './list-invoices.ts';
import { recordPayment } from './record-payment.ts';
import { remindInvoice } from './remind-invoice.ts';
import { reversePayment } from './reverse-payment.ts';
import { saveInvoiceAddress } from './save-invoice-address.ts';
import { saveIssuer } from './save-issuer.ts';
import { invoiceCounters, invoiceIssuers, invoices } from './tables.ts';

const all = readInvoiceFilter(new URLSearchParams());
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

test('numbers run on without a gap, the year begins anew, and the same cause is the same invoice', async ({ db, as }) => {
	const place = await plantIssuer({ db, as });
	const issue = (over = {}, at = now) => issueInvoice({ ...as('oskar'), now: at }, orderOf(place, over));
	const cause = { kind: 'membership_fee', id: newId() } as const;
	expect(await issue({ cause })).toMatchObject({ number: 'HO-2026-0001', isNew: true });
	expect(await issue({ cause, lines: [{ text: 'anders', quantity: 9, unitCents: 1 }] })).toMatchObject({
		number: 'HO-2026-0001',
		isNew: false
	});
	expect((await issue()).number).toBe('HO-2026-0002');
	await expect(issue({ lines: [] })).rejects.toMatchObject({ code: 'en16931-br-16' });
	expect((await issue()).number).toBe('HO-2026-0003');
	expect((await issue({}, new Date('2027-01-02T10:00:00Z'))).number).toBe('HO-2027-0001');
	expect((await issue({}, new Date('2026-12-31T23:30:00Z'))).number).toBe('HO-2027-0002');
});

test('twenty at the same moment: twenty numbers, no gap, no double, and of two with one cause only one is issued', async ({ pool }) => {
	const db = openDb(pool);
	const stage = {
		db,
		as: (who: unknown) => ({ db, now, actor: typeof who === 'string' ? cast[who as keyof typeof cast] : null })
	} as never;
	const place = await plantIssuer(stage);
	const ctx = { db, now, actor: cast.oskar };
	try {
		const cause = { kind: 'membership_fee', id: newId() } as const;
		const orders = [
			...Array.from({ length: 18 }, () => orderOf(place)),
			orderOf(place, { cause }),
			orderOf(place, { cause }),
			orderOf(place, { lines: [] })
		];
		const done = await Promise.allSettled(orders.map((order) => issueInvoice(ctx, order)));
		expect(done.filter(({ status }) => status === 'rejected')).toHaveLength(1);
		const rows = await db.select({ sequence: invoices.sequence }).from(invoices);
		expect(rows.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, i) => i + 1));
	} finally {
		await pool.query('alter table invoices disable trigger invoices_stay');
		await pool.query('delete from invoices');
		await pool.query('alter table invoices enable trigger invoices_stay');
		await db.delete(invoiceCounters);
		await db.delete(invoiceIssuers);
		await pool.query('delete from memberships where network_id in (select id from networks where slug = $1)', [place.slug]);
		await pool.query('delete from networks where slug = $1', [place.slug]);
		await pool.query("delete from events where kind like 'invoice.%' or kind like 'network.%' or kind like 'membership.%'");
		await db.delete(mails);
		await pool.query('delete from graphile_worker._private_jobs');
	}
});

test('what was issued cannot be changed or deleted, not even past the program', async ({ db, as }) => {
	const { id } = await plantInvoice({ db, as });
	const refused = (run: (tx: typeof db) => Promise<unknown>) =>
		expect(db.transaction(run)).rejects.toMatchObject({ cause: { code: '23001' } });
	await refused((tx) => tx.update(invoices).set({ number: 'X-1' }).where(eq(invoices.id, id)));
	await refused((tx) => tx.update(invoices).set({ grossCents: 1 }).where(eq(invoices.id, id)));
	await refused((tx) => tx.delete(invoices).where(eq(invoices.id, id)));
	const [row] = await db.select().from(invoices).where(eq(invoices.id, id));
	if (!row) throw new Error('gone');
	await refused((tx) => tx.insert(invoices).values({ ...row, id: newId(), number: 'HO-2026-0009', sequence: 9, causeId: newId() }));
});

test('a later change of the issuer is on the next invoice only', async ({ db, as }) => {
	const place = await plantInvoice({ db, as });
	await saveIssuer(as('oskar'), { slug: place.slug, input: { ...someIssuer, name: 'Neuer Name e. V.', taxMode: 'standard', taxRate: 19 } });
	expect((await findInvoice(as('oskar'), place)).content).toMatchObject({ issuer: { name: 'Helle Orte e. V.' }, totals: { taxCents: 0 } });
	const next = await issueInvoice(as('oskar'), orderOf(place));
	expect((await findInvoice(as('oskar'), { slug: place.slug, id: next.id })).content).toMatchObject({
		issuer: { name: 'Neuer Name e. V.' },
		totals: { netCents: 10_000, taxCents: 1_900, grossCents: 11_900 }
	});
});

test('without an issuer or without what the law asks nothing is issued, no number is lost, and a sentence says what is missing', async ({
	db,
	as
}) => {
	const place = await plantMembership({ db, as });
	await expect(issueInvoice(as('oskar'), orderOf(place))).rejects.toMatchObject({ code: 'no-issuer' });
	await saveIssuer(as('oskar'), { slug: place.slug, input: someIssuer });
	await expect(issueInvoice(as('oskar'), orderOf(place, { buyer: {} }))).rejects.toMatchObject({
		code: 'en16931-peppol-en16931-r010',
		message: expect.stringMatching(/Mailadresse.*Rechnungsanschrift/)
	});
	const input = { name: 'Stadt Angermünde', department: 'Kasse', street: 'Markt 24', postalCode: '16278', city: 'Angermünde' };
	await saveInvoiceAddress(as('ines'), {
		organisationId: place.organisationId,
		input: { ...input, reference: '12073008-1', orderNumber: null, email: 'kasse@angermuende.example' }
	});
	const { id, number } = await issueInvoice(as('oskar'), orderOf(place, { buyer: {} }));
	expect(number).toBe('HO-2026-0001');
	expect((await findInvoice(as('oskar'), { slug: place.slug, id })).content.buyer).toMatchObject({
		department: 'Kasse',
		reference: '12073008-1'
	});
	expect(await db.select({ to: mails.email }).from(mails).where(eq(mails.email, 'kasse@angermuende.example'))).toHaveLength(1);
});

test('short, exact, too much, back: the state follows, and that it is paid is told once', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	const pay = (cents: number, kind: 'payment' | 'refund' = 'payment') =>
		recordPayment(as('oskar'), { ...at, kind, cents, paidOn: '2026-11-25' });
	const state = async () => (await findInvoice(as('oskar'), at)).item;
	await pay(4_000);
	expect(await state()).toMatchObject({ state: 'partly_paid', openCents: 6_000, remark: 'Es fehlen noch 60,00\u00a0€.' });
	await pay(6_000);
	expect(await state()).toMatchObject({ state: 'paid', openCents: 0, remark: null });
	await pay(10_000);
	expect(await state()).toMatchObject({ state: 'overpaid', surplusCents: 10_000 });
	await expect(pay(10_001, 'refund')).rejects.toMatchObject({ code: 'too-much', field: 'amount' });
	await pay(10_000, 'refund');
	expect((await state()).state).toBe('paid');
	expect(
		await db
			.select()
			.from(events)
			.where(and(eq(events.subjectId, at.id), eq(events.kind, 'invoice.paid')))
	).toHaveLength(1);
});

test('the same form twice is one payment; a mistake is taken back with its reason and stays to be read', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	const once = { ...at, kind: 'payment', cents: 10_000, paidOn: '2026-11-25', clickId: newId() } as const;
	await recordPayment(as('oskar'), once);
	await recordPayment(as('oskar'), once);
	const [payment, ...more] = (await findInvoice(as('oskar'), at)).payments;
	expect(more).toEqual([]);
	const reverse = () => reversePayment(as('oskar'), { ...at, paymentId: payment?.id ?? '', reason: 'falsche Rechnung' });
	await reverse();
	await expect(reverse()).rejects.toMatchObject({ code: 'already-reversed' });
	expect(await findInvoice(as('oskar'), at)).toMatchObject({
		item: { state: 'issued' },
		payments: [{ reversalReason: 'falsche Rechnung' }]
	});
	expect(
		await db
			.select()
			.from(events)
			.where(and(eq(events.subjectId, at.id), inArray(events.kind, ['invoice.reopened'])))
	).toHaveLength(1);
});

test('a cancelled invoice keeps its number, its counterpart has the next one, and what was paid is to be given back', async ({
	db,
	as
}) => {
	const at = await plantInvoice({ db, as });
	await recordPayment(as('oskar'), { ...at, kind: 'payment', cents: 10_000, paidOn: '2026-11-25' });
	await expect(cancelInvoice(as('oskar'), { ...at, reason: ' ' })).rejects.toMatchObject({ field: 'reason' });
	const storno = await cancelInvoice(as('oskar'), { ...at, reason: 'Doppelt gestellt.' });
	expect(await findInvoice(as('oskar'), at)).toMatchObject({
		item: { number: 'HO-2026-0001', state: 'cancelled', surplusCents: 10_000, openCents: 0 },
		related: { id: storno, number: 'HO-2026-0002' }
	});
	expect((await findInvoice(as('oskar'), { slug: at.slug, id: storno })).content).toMatchObject({
		totals: { grossCents: -10_000 },
		cancels: { number: 'HO-2026-0001', reason: 'Doppelt gestellt.' }
	});
	await expect(cancelInvoice(as('oskar'), { ...at, reason: 'nochmal' })).rejects.toMatchObject({ code: 'not-from-here' });
	await expect(
		recordPayment(as('oskar'), { slug: at.slug, id: storno, kind: 'payment', cents: 1, paidOn: '2026-11-25' })
	).rejects.toMatchObject({
		status: 404
	});
	expect((await issueInvoice(as('oskar'), orderOf(at))).number).toBe('HO-2026-0003');
});

test('whoever is late is reminded by mail and letter, then left in peace for a week', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	await expect(remindInvoice(as('oskar'), at)).rejects.toMatchObject({ code: 'not-due' });
	const ctx = { ...as('oskar'), now: later(40) };
	await remindInvoice(ctx, at);
	await expect(remindInvoice(ctx, at)).rejects.toMatchObject({ code: 'just-reminded' });
	await remindInvoice({ ...ctx, now: later(48) }, at);
	const found = await findInvoice(ctx, at);
	expect(found.reminders.map(({ level, openCents }) => [level, openCents])).toEqual([
		[1, 10_000],
		[2, 10_000]
	]);
	expect((await drawFile(ctx, { ...at, file: 'erinnerung.pdf' })).headers.get('content-type')).toBe('application/pdf');
	expect(await (await drawFile(ctx, { ...at, file: 'xrechnung.xml' })).text()).toContain('xrechnung_3.0');
	await expect(drawFile(ctx, { ...at, file: 'etwas.exe' })).rejects.toMatchObject({ status: 404 });
});

test('the list finds what is late, to be given back, of a name; its file has no formula', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	await issueInvoice(as('oskar'), orderOf(at, { buyer: { name: '=SUMME(1)', email: 'x@y.example' } }));
	await recordPayment(as('oskar'), { ...at, kind: 'payment', cents: 15_000, paidOn: '2026-11-25' });
	const list = async (query: string, days = 0) =>
		(await listInvoices({ ...as('oskar'), now: later(days) }, at.slug, readInvoiceFilter(new URLSearchParams(query)))).map(
			({ number }) => number
		);
	expect(await list('')).toEqual(['HO-2026-0002', 'HO-2026-0001']);
	expect(await list('faellig=refund')).toEqual(['HO-2026-0001']);
	expect([await list('faellig=overdue'), await list('faellig=overdue', 40)]).toEqual([[], ['HO-2026-0002']]);
	expect([await list('q=0001'), await list('q=summe'), await list('q=%25'), await list('jahr=2025'), await list('stand=paid')]).toEqual([
		['HO-2026-0001'],
		['HO-2026-0002'],
		[],
		[],
		[]
	]);
	expect(await countInvoices(as('oskar'), at.slug)).toMatchObject({
		openCents: 10_000,
		surplusCents: 5_000,
		paidThisYearCents: 15_000,
		years: [2026]
	});
	const file = invoiceCsv(await listInvoices(as('oskar'), at.slug, all));
	expect(file).toContain("'=SUMME(1)");
	expect(file).toContain('100,00;150,00;0,00;50,00');
});

test('the office of the network sees invoices; editors, founders, other networks and the town do not, the town sees its own', async ({
	db,
	as
}) => {
	const at = await plantInvoice({ db, as });
	for (const [role, who] of [
		['editor', 'amira'],
		['founder', 'jonas']
	] as const)
		await saveRole(as('oskar'), { slug: at.slug, input: { role, name: cast[who].name, email: cast[who].email, isReleased: false } });
	for (const who of ['amira', 'jonas', 'ines', 'friedrich', null] as const) {
		const status = who === 'amira' || who === 'jonas' ? 403 : 404;
		await expect(listInvoices(as(who), at.slug, all), String(who)).rejects.toMatchObject({ status });
		await expect(findInvoice(as(who), at), String(who)).rejects.toMatchObject({ status });
	}
	expect((await listOwnInvoices(as('ines'), at.organisationId)).items).toMatchObject([{ number: 'HO-2026-0001', network: 'Probenetz' }]);
	expect((await findOwnInvoice(as('ines'), at)).content.number).toBe('HO-2026-0001');
	for (const who of ['friedrich', 'amira', 'oskar', null] as const) {
		await expect(listOwnInvoices(as(who), at.organisationId), String(who)).rejects.toMatchObject({ status: 404 });
		await expect(findOwnInvoice(as(who), at), String(who)).rejects.toMatchObject({ status: 404 });
	}
});

test('the link of the mail shows this one document for a year, and a forged or foreign one nothing', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	const link = (purpose: string) => signLink(as(null), { purpose, data: { invoice: at.id }, days: 365 });
	const found = await findInvoiceByLink(as(null), await link('invoice'));
	expect(found.content.number).toBe('HO-2026-0001');
	expect(JSON.stringify(found)).not.toContain('payments');
	await expect(findInvoiceByLink(as(null), await link('something'))).rejects.toMatchObject({ status: 410 });
	await expect(findInvoiceByLink(as(null), '')).rejects.toMatchObject({ status: 410 });
	await expect(findInvoiceByLink({ ...as(null), now: later(366) }, await link('invoice'))).rejects.toMatchObject({ status: 410 });
});
