import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { inject } from 'vitest';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { cast } from '#testing/cast.ts';
import { withDatabase } from '#testing/database.setup.ts';
import { forgetRecord } from '#testing/forget-record.ts';
import { expect, now, test } from '#testing/world.ts';
import type { Facts } from '../entry.ts';
import { openingKind, fileFormat, fileVersion, type RecordFile } from '../record-file.ts';
import { receiptOf } from '../receipt.ts';
import { verifyRecord } from '../verify.ts';
import { appendEntry } from './append-entry.ts';
import { closeDays } from './close-days.ts';
import { listHeads, loadLastHead } from './list-heads.ts';
import { loadBoxHead } from './load-box-head.ts';
import { loadEntriesInPublic, loadHeads } from './load-record.ts';
import { loadPublicKey } from './load-public-key.ts';
import { recordEntries, recordHeads, recordLeaves, recordSecrets } from './tables.ts';

async function fileOf(ctx: Pick<Ctx, 'db'>, recordId: string): Promise<RecordFile> {
	const { main, box } = await loadEntriesInPublic(ctx, recordId);
	const heads = await loadHeads(ctx, recordId, main);
	const file = {
		format: fileFormat,
		version: fileVersion,
		record: recordId,
		title: '',
		address: '',
		key: await loadPublicKey(ctx)
	} as const;
	return JSON.parse(JSON.stringify({ ...file, main, box, heads, calls: [], disclosures: [] })) as RecordFile;
}
const later = (ctx: Ctx, hours: number): Ctx => ({ ...ctx, now: new Date(now.getTime() + hours * 3_600_000) });
const codes = (findings: { code: string }[]) => findings.map(({ code }) => code);

test('whatever facts an act has, they come back from the database as they were signed', async ({ as }) => {
	const [ctx, recordId] = [as('ines'), newId()];
	let acts = 0;
	await fc.assert(
		fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (facts) => {
			// a text column knows no letter zero
			const clean = JSON.parse(JSON.stringify(facts).replaceAll('\\u0000', '')) as Facts;
			await appendEntry(ctx, { recordId, kind: 'test.happened', facts: clean, sealed: { hidden: clean } });
			acts++;
		})
	);
	const report = await verifyRecord({ file: await fileOf(ctx, recordId) });
	expect([report.outcome, report.counts.main]).toEqual(['proven', acts]);
});

test('a record from the first entry to the opening: the box shows nothing before, all after, and a receipt finds itself', async ({
	as
}) => {
	const [ctx, recordId, salt] = [as('ines'), newId(), 'ab'.repeat(16)];
	await closeDays(later(ctx, -24));
	await appendEntry(ctx, { recordId, kind: 'procedure.publish', facts: { deadline: later(ctx, 30).now.toISOString() } });
	await closeDays(later(ctx, 24));
	const sealed = await appendEntry(later(ctx, 25), {
		recordId,
		chain: 'box',
		kind: 'concept.submitted',
		sealed: { content: 'Werkhof' },
		salt
	});
	const receipt = receiptOf({ concept: newId(), entry: sealed, key: await loadPublicKey(ctx), head: await loadLastHead(ctx) });
	await closeDays(later(ctx, 48));
	const before = await fileOf(ctx, recordId);
	expect(before.box).toBeNull();
	expect(before.heads.every(({ proof }) => !proof?.box)).toBe(true);
	expect(await verifyRecord({ file: before, receipt })).toMatchObject({ outcome: 'proven', counts: { box: 0 } });

	await appendEntry(later(ctx, 50), { recordId, kind: openingKind, facts: await loadBoxHead(ctx, recordId) });
	await appendEntry(later(ctx, 51), { recordId, chain: 'box', kind: 'concept.submitted', sealed: { content: 'zweite Stufe' } });
	await closeDays(later(ctx, 72));
	const file = await fileOf(ctx, recordId);
	expect(file.box).toMatchObject([{ hash: sealed.hash }]);
	expect(file.heads.filter(({ proof }) => proof?.box?.length === 1)).toHaveLength(1);
	expect(JSON.stringify(file)).not.toMatch(/Werkhof|zweite Stufe/);
	const report = await verifyRecord({ file, receipt, concept: 'Werkhof', salt });
	expect([report.outcome, report.broken]).toEqual(['proven', []]);
	expect(codes(report.proven)).toEqual(expect.arrayContaining(['receipt', 'receipt-head', 'receipt-box', 'concept', 'box', 'heads']));
});

test('what everybody reads is the same, whether something came in or not', async ({ as, db }) => {
	const ctx = as('ines');
	const [full, empty] = [newId(), newId()];
	for (const recordId of [full, empty]) await appendEntry(ctx, { recordId, kind: 'procedure.publish' });
	for (let n = 0; n < 3; n++) await appendEntry(ctx, { recordId: full, chain: 'box', kind: 'concept.submitted', facts: { n } });
	await closeDays(later(ctx, 24));
	await closeDays(later(ctx, 48));
	const [withThree, withNone] = [await fileOf(ctx, full), await fileOf(ctx, empty)];
	const shape = ({ main, box, heads }: RecordFile) => [main.length, box, heads.map(({ proof }) => proof && Object.keys(proof.leaf))];
	expect(shape(withThree)).toEqual(shape(withNone));
	const boxes = withNone.heads.flatMap(({ proof }) => (proof ? [proof.leaf.box] : []));
	expect(new Set(boxes).size, 'another commitment every day, though nothing came in').toBe(boxes.length);
	const salts = await db.select({ salt: recordLeaves.boxSalt }).from(recordLeaves);
	for (const file of [withThree, withNone]) for (const { salt } of salts) expect(JSON.stringify(file)).not.toContain(salt);
});

test('every day gets one head, whether something happened or not, chained and only once', async ({ as, db }) => {
	const ctx = as(null);
	expect(await closeDays(ctx)).toBe(1);
	expect(await closeDays(ctx)).toBe(0);
	expect(await closeDays(later(ctx, 5 * 24))).toBe(5);
	const heads = await listHeads(ctx, { limit: 10 });
	expect(heads.map(({ day }) => day)).toEqual(['2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23', '2026-11-22', '2026-11-21']);
	for (const [n, head] of heads.slice(0, -1).entries()) expect(head.prev).toBe(heads[n + 1]?.hash);
	expect(await db.select().from(recordHeads)).toHaveLength(6);
});

test('a record that was quiet for more than a year stands in no further heads; what it was is held by those before', async ({ as }) => {
	const [ctx, recordId] = [as('ines'), newId()];
	await appendEntry(ctx, { recordId, kind: 'procedure.publish' });
	await closeDays(later(ctx, 24));
	await closeDays(later(ctx, 24 * 405));
	const { heads } = await fileOf(ctx, recordId);
	expect(await verifyRecord({ file: await fileOf(ctx, recordId) })).toMatchObject({ outcome: 'proven' });
	expect(heads.at(-1)).toMatchObject({ proof: { leaf: { main: { length: 1 } } } });
	expect((await loadLastHead(ctx))?.records).toBe(0);
});

test('the confidential may be forgotten, and the chain still holds', async ({ as, db }) => {
	const [ctx, recordId] = [as('ines'), newId()];
	await appendEntry(ctx, { recordId, kind: 'conflict.declared', sealed: { who: 'Katrin', why: 'Schwester' } });
	await db.delete(recordSecrets).where(eq(recordSecrets.recordId, recordId));
	expect((await verifyRecord({ file: await fileOf(ctx, recordId) })).outcome).toBe('proven');
});

test.for([
	['an entry', sql`update record_entries set facts = '{}'`],
	['an entry', sql`delete from record_entries`],
	['a head', sql`update record_heads set root = prev`],
	['a head', sql`delete from record_heads`],
	['a leaf', sql`update record_leaves set main_length = 9`],
	['a leaf', sql`delete from record_leaves`]
] as const)('the database itself refuses to change or delete %s', async ([, statement], { as, db }) => {
	const ctx = as('ines');
	await appendEntry(ctx, { recordId: newId(), kind: 'procedure.publish' });
	await closeDays(later(ctx, 24));
	const failed = await db.transaction((tx) => tx.execute(statement)).catch((error: Error) => String(error.cause));
	expect(failed).toMatch(/never changed/);
});

test('many acts at the same moment: no gap, no fork, each entry once', async ({ pool }) => {
	const [db, recordId] = [openDb(pool), newId()];
	const act = (n: number) =>
		db.transaction(async (tx) => {
			const ctx = { db: tx, actor: cast.ines, now: new Date(now.getTime() + (n % 7) * 1000) };
			await appendEntry(ctx, { recordId, kind: 'test.happened', facts: { n }, sealed: { n } });
			// every fifth act fails at the end: its entry goes with it
			if (n % 5 === 0) throw new Error('taken back');
		});
	const outcomes = await Promise.allSettled(Array.from({ length: 60 }, (_, n) => act(n)));
	const failed = outcomes.filter(({ status }) => status === 'rejected').length;
	expect(failed).toBe(12);
	const file = await fileOf({ db }, recordId);
	expect(file.main.map(({ seq }) => seq)).toEqual(Array.from({ length: 48 }, (_, n) => n + 1));
	expect(new Set(file.main.map(({ facts }) => facts.n)).size).toBe(48);
	expect((await verifyRecord({ file })).outcome).toBe('proven');
	await forgetRecord(pool, recordId);
});

/** Acts without end, each in a transaction of its own with something written before and after the entry. */
const program = (url: string, recordId: string) => `
import pg from 'pg';
import { drizzle } from 'drizzle-orm/node-postgres';
import { appendEntry } from '#modules/records/server/append-entry.ts';
const db = drizzle(new pg.Pool({ connectionString: ${JSON.stringify(url)}, max: 4 }));
const act = async (n) => {
	await db.transaction((tx) => appendEntry({ db: tx, actor: null, now: new Date() }, { recordId: ${JSON.stringify(recordId)}, kind: 'test.happened', facts: { n }, sealed: { n } }));
	console.log('acknowledged ' + n);
};
for (let n = 0; ; n += 4) await Promise.all([n, n + 1, n + 2, n + 3].map(act));
`;

test('kill -9 in the middle of acts leaves a whole chain with everything that was acknowledged, and it goes on', async ({ pool }) => {
	const [db, recordId] = [openDb(pool), newId()];
	const { rows } = await pool.query<{ name: string }>('select current_database() as name');
	const url = withDatabase(inject('databaseUrl'), rows[0]?.name ?? '');
	const child = spawn(process.execPath, ['--input-type=module', '-e', program(url, recordId)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const acknowledged = new Set<number>();
	for await (const chunk of child.stdout) {
		for (const [, n] of String(chunk).matchAll(/acknowledged (\d+)\n/g)) acknowledged.add(Number(n));
		if (acknowledged.size >= 60) break;
	}
	child.kill('SIGKILL');
	await once(child, 'exit');
	await appendEntry({ db, actor: null, now: new Date() }, { recordId, kind: 'test.went_on' });
	const file = await fileOf({ db }, recordId);
	const there = new Set(file.main.map(({ facts }) => facts.n));
	expect([...acknowledged].filter((n) => !there.has(n))).toEqual([]);
	expect((await verifyRecord({ file })).outcome).toBe('proven');
	const secrets = await db.select({ seq: recordSecrets.seq }).from(recordSecrets).where(eq(recordSecrets.recordId, recordId));
	expect(secrets).toHaveLength(file.main.length - 1);
	expect(await db.select().from(recordEntries).where(eq(recordEntries.recordId, recordId))).toHaveLength(file.main.length);
	await forgetRecord(pool, recordId);
});
