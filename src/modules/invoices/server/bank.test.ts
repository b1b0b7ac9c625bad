import { eq } from 'drizzle-orm';
import { camtFile, type Movement } from '#testing/camt.ts';
import { orderOf, plantInvoice } from '#testing/invoices.ts';
import { expect, test } from '#testing/world.ts';
import { bookEntries, bookEntry } from './book-entries.ts';
import { cancelInvoice } from './cancel-invoice.ts';
import { findInvoice } from './find-invoice.ts';
import { issueInvoice } from './issue-invoice.ts';
import { listBankEntries } from './list-bank-entries.ts';
import { recordPayment } from './record-payment.ts';
import { reversePayment } from './reverse-payment.ts';
import { setAsideEntry } from './set-aside-entry.ts';
import { bankEntries } from './tables.ts';
import { uploadBankFile } from './upload-bank-file.ts';

type As = Parameters<typeof plantInvoice>[0]['as'];
const upload = (as: As, slug: string, movements: Movement[]) =>
	uploadBankFile(as('oskar'), { slug, name: 'auszug.xml', bytes: Buffer.from(camtFile(movements)) });

test('read, looked at, booked: what fits exactly is paid with one click, and the same file again changes nothing', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	const movement = { amount: '100.00', name: 'Stadt Angermünde', purpose: `Rechnung ${at.number}`, reference: 'R1' };
	expect(await upload(as, at.slug, [movement])).toEqual({ found: 1, fresh: 1 });
	const [entry] = (await listBankEntries(as('oskar'), at.slug)).entries;
	expect(entry).toMatchObject({ proposal: { kind: 'exact', sure: true } });
	expect((await findInvoice(as('oskar'), at)).item.state).toBe('issued');
	expect(await bookEntries(as('oskar'), { slug: at.slug, ids: [entry?.id ?? ''] })).toBe(1);
	expect(await bookEntries(as('oskar'), { slug: at.slug, ids: [entry?.id ?? ''] })).toBe(0);
	expect(await upload(as, at.slug, [movement])).toEqual({ found: 1, fresh: 0 });
	expect(await findInvoice(as('oskar'), at)).toMatchObject({
		item: { state: 'paid' },
		payments: [{ cents: 10_000, source: 'bank', paidOn: '2026-11-20' }]
	});
	expect((await listBankEntries(as('oskar'), at.slug)).entries).toEqual([]);
});

test('paid twice, short and unknown wait with a sentence, and are booked where somebody says', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	const other = await issueInvoice(as('oskar'), orderOf(at));
	await recordPayment(as('oskar'), { ...at, kind: 'payment', cents: 10_000, paidOn: '2026-11-22' });
	await upload(as, at.slug, [
		{ amount: '100.00', purpose: at.number, reference: 'twice' },
		{ amount: '60.00', purpose: other.number, reference: 'short' },
		{ amount: '12.00', name: 'Erika Muster', purpose: 'Spende', reference: 'gift' },
		{ amount: '5.00', direction: 'DBIT', purpose: 'Miete', reference: 'rent' }
	]);
	const { entries } = await listBankEntries(as('oskar'), at.slug);
	const of = (kind: string) => entries.find(({ proposal }) => proposal.kind === kind);
	expect(entries).toHaveLength(3);
	expect(of('twice')?.proposal.text).toBe(`${at.number} ist schon bezahlt. Gebucht sind 100,00\u00a0€ zurückzuzahlen.`);
	expect(of('short')?.proposal.text).toContain('fehlen danach noch 40,00');
	expect(await bookEntries(as('oskar'), { slug: at.slug, ids: entries.map(({ id }) => id) })).toBe(0);
	await bookEntry(as('oskar'), { slug: at.slug, id: of('twice')?.id ?? '', invoiceId: at.id });
	await bookEntry(as('oskar'), { slug: at.slug, id: of('short')?.id ?? '', invoiceId: other.id });
	await expect(bookEntry(as('oskar'), { slug: at.slug, id: of('short')?.id ?? '', invoiceId: other.id })).rejects.toMatchObject({
		code: 'already-booked'
	});
	expect((await findInvoice(as('oskar'), at)).item).toMatchObject({ state: 'overpaid', surplusCents: 10_000 });
	expect((await findInvoice(as('oskar'), { slug: at.slug, id: other.id })).item).toMatchObject({ state: 'partly_paid', openCents: 4_000 });
	await setAsideEntry(as('oskar'), { slug: at.slug, id: of('unknown')?.id ?? '', note: 'Spende' });
	expect((await listBankEntries(as('oskar'), at.slug)).entries).toEqual([]);
	const [aside] = await db.select().from(bankEntries).where(eq(bankEntries.state, 'set_aside'));
	expect(aside).toMatchObject({ keepUntil: '2027-02-20' });
	await setAsideEntry(as('oskar'), { slug: at.slug, id: of('unknown')?.id ?? '', back: true });
	expect((await listBankEntries(as('oskar'), at.slug)).entries).toHaveLength(1);
});

test('one transfer for two invoices pays both; the money that went back settles a cancelled one', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	const other = await issueInvoice(as('oskar'), orderOf(at));
	await upload(as, at.slug, [{ amount: '200.00', purpose: `${at.number} ${other.number}`, reference: 'both' }]);
	const ids = async () => (await listBankEntries(as('oskar'), at.slug)).entries.map(({ id }) => id);
	expect(await bookEntries(as('oskar'), { slug: at.slug, ids: await ids() })).toBe(1);
	await cancelInvoice(as('oskar'), { ...at, reason: 'Doppelt.' });
	await upload(as, at.slug, [
		{ amount: '100.00', direction: 'DBIT', name: 'Stadt', purpose: `Erstattung ${at.number}`, reference: 'back' }
	]);
	expect(await bookEntries(as('oskar'), { slug: at.slug, ids: await ids() })).toBe(1);
	expect((await findInvoice(as('oskar'), at)).item).toMatchObject({ state: 'cancelled', surplusCents: 0 });
	expect((await findInvoice(as('oskar'), { slug: at.slug, id: other.id })).item.state).toBe('paid');
});

test('a booking that was a mistake puts the entry back on the list', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	await upload(as, at.slug, [{ amount: '100.00', purpose: at.number, reference: 'R1' }]);
	const [entry] = (await listBankEntries(as('oskar'), at.slug)).entries;
	await bookEntries(as('oskar'), { slug: at.slug, ids: [entry?.id ?? ''] });
	const [payment] = (await findInvoice(as('oskar'), at)).payments;
	await reversePayment(as('oskar'), { ...at, paymentId: payment?.id ?? '', reason: 'falsch' });
	expect((await listBankEntries(as('oskar'), at.slug)).entries).toMatchObject([{ id: entry?.id, proposal: { kind: 'exact' } }]);
	expect(await bookEntries(as('oskar'), { slug: at.slug, ids: [entry?.id ?? ''] })).toBe(1);
});

test('a statement of another account, a list, nothing: refused at the field, nothing kept', async ({ db, as }) => {
	const at = await plantInvoice({ db, as });
	const foreign = Buffer.from(camtFile([{ amount: '100.00' }], { iban: 'DE75512108001245126199' }));
	await expect(uploadBankFile(as('oskar'), { slug: at.slug, name: 'fremd.xml', bytes: foreign })).rejects.toMatchObject({
		code: 'other-account',
		field: 'file',
		message: expect.stringContaining('DE75 … 6199')
	});
	for (const bytes of [Buffer.from('a;b'), Buffer.alloc(0)])
		await expect(uploadBankFile(as('oskar'), { slug: at.slug, name: 'x', bytes })).rejects.toMatchObject({ field: 'file' });
	expect(await db.select().from(bankEntries)).toEqual([]);
});
