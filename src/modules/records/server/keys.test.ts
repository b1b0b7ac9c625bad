import { eq, sql } from 'drizzle-orm';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { secrets } from '#modules/people/server/tables.ts';
import { forgetRecord } from '#testing/forget-record.ts';
import { newKey, signed } from '#testing/record-world.ts';
import { expect, now, test } from '#testing/world.ts';
import { hashOfChange, type KeyChange } from '../key-change.ts';
import { fileFormat, fileVersion, fileVersionWithKeys, openingKind, type RecordFile } from '../record-file.ts';
import { receiptOf } from '../receipt.ts';
import { verifyRecord } from '../verify.ts';
import { appendEntry } from './append-entry.ts';
import { changeKey } from './change-key.ts';
import { closeDays } from './close-days.ts';
import { loadLastHead } from './list-heads.ts';
import { loadBoxHead } from './load-box-head.ts';
import { listKeyChanges, loadKeyAt, loadKeys, loadPublicKey } from './load-public-key.ts';
import { loadEntriesInPublic, loadHeads } from './load-record.ts';
import { recordKeyChanges } from './tables.ts';

const later = (ctx: Ctx, hours: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + hours * 3_600_000) });
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const codes = (findings: { code: string }[]) => findings.map(({ code }) => code);

async function fileOf(ctx: Ctx, recordId: string): Promise<RecordFile> {
	const { main, box } = await loadEntriesInPublic(ctx, recordId);
	const keys = await listKeyChanges(ctx);
	const about = {
		format: fileFormat,
		version: keys.length ? fileVersionWithKeys : fileVersion,
		record: recordId,
		title: '',
		address: ''
	} as const;
	const file = {
		...about,
		...(keys.length && { keys }),
		key: await loadPublicKey(ctx),
		main,
		box,
		heads: await loadHeads(ctx, recordId, main)
	};
	return copy({ ...file, calls: [], disclosures: [] }) as RecordFile;
}

/** Published and handed in with the first key, opened with the second, decided with the third; a head for every day. */
async function live(ctx: Ctx) {
	const recordId = newId();
	await closeDays(later(ctx, -24));
	await appendEntry(ctx, { recordId, kind: 'procedure.publish', facts: { deadline: later(ctx, 30).now.toISOString() } });
	const sealed = await appendEntry(later(ctx, 1), {
		recordId,
		chain: 'box',
		kind: 'concept.submitted',
		sealed: { content: 'Werkhof' },
		salt: 'ab'.repeat(16)
	});
	await closeDays(later(ctx, 24));
	const first = await loadPublicKey(ctx);
	const receipt = receiptOf({ concept: newId(), entry: sealed, key: first, head: await loadLastHead(ctx) });
	await changeKey(later(ctx, 26), { reason: 'Eine Sicherung ist fort.' });
	await closeDays(later(ctx, 48));
	await appendEntry(later(ctx, 50), { recordId, kind: openingKind, facts: await loadBoxHead(ctx, recordId) });
	await changeKey(later(ctx, 51), { reason: 'Jedes Jahr einmal.' });
	await appendEntry(later(ctx, 60), { recordId, kind: 'procedure.decide' });
	await closeDays(later(ctx, 72));
	return { recordId, receipt, first, file: await fileOf(ctx, recordId) };
}

test('two changes of the key: the record of before and after is proven, with the old key, the new one, and a receipt of before', async ({
	as
}) => {
	const ctx = as('renate');
	const { file, receipt, first } = await live(ctx);
	expect([file.version, file.keys?.length, new Set(file.heads.map(({ signature }) => signature)).size]).toEqual([2, 2, file.heads.length]);
	const report = await verifyRecord({ file, receipt, concept: 'Werkhof', salt: 'ab'.repeat(16), key: first });
	expect([report.outcome, report.broken]).toEqual(['proven', []]);
	expect(codes(report.proven)).toEqual(
		expect.arrayContaining(['keys', 'signed', 'heads', 'receipt', 'receipt-head', 'receipt-box', 'concept', 'key'])
	);
	expect(report.open.find(({ code }) => code === 'key')?.text).toContain('Vergleichen Sie auch den heutigen');
	expect(codes((await verifyRecord({ file, key: file.key })).open)).not.toContain('key');
	expect(codes((await verifyRecord({ file, key: newKey().text })).broken)).toContain('key');
	expect(await loadKeyAt(ctx, receipt.entry.at), 'a receipt that is asked for again names the key of its time').toBe(first);
	expect((await loadKeys(ctx)).map(({ until }) => until === null)).toEqual([false, false, true]);
});

test('the old seed is forgotten, and a change is never taken back', async ({ as, db }) => {
	const ctx = as('renate');
	await appendEntry(ctx, { recordId: newId(), kind: 'test.happened' });
	const [before] = await db.select().from(secrets).where(eq(secrets.name, 'records'));
	await changeKey(ctx, { reason: 'Probe.' });
	const all = await db.select({ value: secrets.value }).from(secrets);
	expect(all.map(({ value }) => value)).not.toContain(before?.value);
	const spoil = db.transaction((tx) => tx.update(recordKeyChanges).set({ reason: 'anders' }));
	await expect(spoil).rejects.toThrow();
	await expect(changeKey(ctx, { reason: ' ' })).rejects.toMatchObject({ code: 'no-reason' });
});

test('an act whose request began before the change and is signed after it bears the moment of the change', async ({ as }) => {
	const [ctx, recordId] = [as('renate'), newId()];
	await appendEntry(ctx, { recordId, kind: 'test.happened' });
	const change = await changeKey(later(ctx, 5), { reason: 'Probe.' });
	const late = await appendEntry(later(ctx, 1), { recordId, kind: 'test.happened' });
	expect(late.at).toBe(change.at);
	expect((await verifyRecord({ file: await fileOf(ctx, recordId) })).outcome).toBe('proven');
	const behind = await changeKey(later(ctx, -100), { reason: 'Die Uhr ging nach.' });
	expect(behind.at > late.at).toBe(true);
});

const forgeries: [string, string, (file: RecordFile) => Promise<unknown> | unknown][] = [
	['the change is left out', 'signature', (file) => Object.assign(file, { version: fileVersion, keys: undefined }) && delete file.keys],
	['one of two changes is left out', 'keys', (file) => file.keys?.shift()],
	['the later one is left out', 'keys', (file) => file.keys?.pop()],
	['another reason stands there', 'keys', ({ keys }) => keys?.[0] && Object.assign(keys[0], { reason: 'nichts' })],
	['another moment stands there', 'keys', ({ keys }) => keys?.[0] && Object.assign(keys[0], { at: '2026-11-22T10:00:00.000Z' })],
	['the new key never accepted', 'keys', ({ keys }) => keys?.[0] && Object.assign(keys[0], { accepted: keys[0].signature })],
	['a field that does not belong there', 'keys', ({ keys }) => keys?.[0] && Object.assign(keys[0], { more: 1 })],
	['they stand in another order', 'keys', ({ keys }) => keys?.reverse()],
	['the key of the file is another', 'keys', (file) => Object.assign(file, { key: newKey().text })],
	[
		'an entry of before is said to be of after',
		'signature',
		({ main }) => main[0] && Object.assign(main[0], { at: '2026-11-25T00:00:00.000Z' })
	]
];
test.for(forgeries)('tampering shows: %s', async ([, code, forge], { as }) => {
	const { file } = await live(as('renate'));
	const forged = copy(file);
	await forge(forged);
	const report = await verifyRecord({ file: forged });
	expect([report.outcome, codes(report.broken)]).toEqual(['broken', expect.arrayContaining([code])]);
});

test('a key that nobody confirmed is no successor, even when it signs everything anew', async ({ as }) => {
	const { file } = await live(as('renate'));
	const [thief, forged] = [newKey(), copy(file)];
	const [change] = forged.keys ?? [];
	if (!change) throw new Error('no change');
	const stolen: KeyChange = { ...change, to: thief.text };
	stolen.hash = await hashOfChange(stolen);
	stolen.accepted = signed(thief, stolen.hash);
	Object.assign(forged, { keys: [stolen], key: thief.text });
	expect(codes((await verifyRecord({ file: forged })).broken)).toEqual(['keys']);
});

test('the days before a change hang on what the change holds: with the old key alone nobody writes them anew', async ({ as }) => {
	const { file } = await live(as('renate'));
	const forged = copy(file);
	const at = forged.keys?.[0]?.at ?? '';
	const next = forged.heads.findIndex((head) => head.at >= at);
	Object.assign(forged.heads[next] ?? {}, { prev: 'd'.repeat(64) });
	expect(codes((await verifyRecord({ file: forged })).broken)).toContain('key-head');
});

test('acts that are being signed are waited for: none bears a moment of the other key', async ({ pool }) => {
	const ctx = { db: openDb(pool), actor: null, now } as Ctx;
	const recordId = newId();
	try {
		await Promise.all([
			...Array.from({ length: 12 }, () => ctx.db.transaction((db) => appendEntry({ ...ctx, db }, { recordId, kind: 'test.happened' }))),
			changeKey({ ...ctx, now: new Date(now.getTime() + 1) }, { reason: 'Mittendrin.' }),
			...Array.from({ length: 12 }, () => ctx.db.transaction((db) => appendEntry({ ...ctx, db }, { recordId, kind: 'test.happened' })))
		]);
		const report = await verifyRecord({ file: await fileOf(ctx, recordId) });
		expect([report.outcome, report.broken, report.counts.main]).toEqual(['proven', [], 24]);
	} finally {
		await forgetRecord(pool, recordId);
		await pool.query(`begin; set local session_replication_role = 'replica'; delete from record_key_changes; commit`);
		await ctx.db.execute(sql`delete from secrets where name = 'records'`);
	}
});
