import { forgetHouse } from '#testing/forget-record.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { inject } from 'vitest';
import { openDb } from '#lib/server/db.ts';
import { folderStore } from '#lib/server/store.ts';
import { firstPrev, hashOfBody } from '#modules/records/entry.ts';
import { copyDrafts } from '#testing/copy-drafts.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { plantConcept } from '#testing/concepts.ts';
import { withDatabase } from '#testing/database.setup.ts';
import { expect, now, test } from '#testing/world.ts';
import { handKey } from './hand-key.ts';
import { loadContents } from './load-contents.ts';
import { sendConcept } from './send-concept.ts';

/** Real commits: `plantMany` copies one whole draft of Amira as often as it is asked to. */
async function stageOn(pool: Pool) {
	const db = openDb(pool);
	const as = (who: CastName | null | object) => ({ db, now, actor: typeof who === 'string' ? cast[who as CastName] : null });
	const planted = await plantConcept({ db, as } as never);
	const plantMany = async (n: number): Promise<string[]> => {
		const { ids, files } = await copyDrafts(pool, planted.id, n);
		for (const { key, from } of files) await planted.store.put(key, (await planted.store.get(from)) ?? new Uint8Array(), 'application/pdf');
		return ids;
	};
	return { ...planted, db, plantMany };
}

async function clean(pool: Pool): Promise<void> {
	const { rows } = await pool.query<{ id: string }>('select property_id as id from procedures');
	for (const { id } of rows) await forgetHouse(pool, id);
	await pool.query('delete from seals; delete from opener_keys; delete from events; delete from attempts');
	await pool.query('delete from graphile_worker._private_jobs; delete from notices');
}

const boxOf = async (pool: Pool) =>
	(
		await pool.query(
			`select seq, prev, hash, "at", kind, facts, commitments, record_id as record from record_entries where chain = 'box' order by seq`
		)
	).rows;

async function expectWholeChain(pool: Pool): Promise<number> {
	const box = await boxOf(pool);
	let prev = firstPrev;
	for (const [n, { seq, hash, at, kind, facts, commitments, record, prev: before }] of box.entries()) {
		expect([seq, before]).toEqual([n + 1, prev]);
		const body = {
			format: 'gestaltungsraum-akte',
			version: 1,
			record,
			chain: 'box',
			seq,
			prev,
			at: at.toISOString(),
			kind,
			facts,
			commitments
		} as const;
		expect(await hashOfBody(body)).toBe(hash);
		prev = hash;
	}
	return box.length;
}

test('three hundred in the last minutes: none is lost, and all are read after the opening', { timeout: 240_000 }, async ({ pool }) => {
	const { published, store, plantMany, db } = await stageOn(pool);
	const ids = await plantMany(300);
	const at = (n: number) => new Date(published.deadline.getTime() - 600_000 + n * 2000);
	const sent = await Promise.all(ids.map((id, n) => sendConcept({ db, actor: cast.amira, now: at(n) }, { id, store })));
	expect(new Set(sent.map(({ receipt }) => receipt.entry.hash)).size).toBe(300);
	expect(new Set(sent.map(({ key }) => key)).size).toBe(300);
	expect(await expectWholeChain(pool)).toBe(300);
	const later = new Date(published.deadline.getTime() + 120_000);
	for (const who of ['ines', 'oskar'] as const)
		await handKey({ db, actor: cast[who], now: later }, { id: published.id, kind: 'concepts', secretKey: published.keys[who] ?? '' });
	const opened = await loadContents({ db }, published.id);
	expect(opened.map(({ number }) => number)).toEqual(Array.from({ length: 300 }, (_, n) => n + 1));
	expect(
		opened.map(({ id }) => id),
		'numbers are drawn'
	).not.toEqual([...ids].sort());
	await clean(pool);
});

test(
	'fifty at the deadline, half a second late: each is in with a receipt or refused, never both; twice at once is one',
	{ timeout: 120_000 },
	async ({ pool }) => {
		const { published, store, plantMany, db } = await stageOn(pool);
		const ids = await plantMany(50);
		const tries = ids.map(async (id, n) => {
			const late = (n % 2) * 500;
			const ctx = { db, actor: cast.amira, now: new Date(published.deadline.getTime() + late) };
			const outcomes = await Promise.all(
				[1, 2].map(() =>
					sendConcept(ctx, { id, store }).then(
						({ receipt, key }) => ({ hash: receipt.entry.hash, key }),
						(error: { code: string }) => error.code
					)
				)
			);
			return { late, outcomes };
		});
		for (const { late, outcomes } of await Promise.all(tries)) {
			if (late) expect(outcomes).toEqual(['not-in-time', 'not-in-time']);
			else {
				const [one, two] = outcomes as { hash: string; key: string | null }[];
				expect(one?.hash).toBe(two?.hash);
				expect([one?.key, two?.key].filter(Boolean)).toHaveLength(1);
			}
		}
		expect(await expectWholeChain(pool)).toBe(25);
		const { rows } = await pool.query('select state, count(*)::int as n from concepts where id = any($1) group by 1 order by 1', [ids]);
		expect(rows).toEqual([
			{ state: 'draft', n: 25 },
			{ state: 'submitted', n: 25 }
		]);
		await clean(pool);
	}
);

/** A process of its own that sends one concept; `hang`: it stops after the first locked file is written. */
const program = ({ url, id, folder, hang }: { url: string; id: string; folder: string; hang: boolean }) => `
import pg from 'pg';
import { drizzle } from 'drizzle-orm/node-postgres';
import { folderStore } from '#lib/server/store.ts';
import { sendConcept } from '#modules/concepts/server/send-concept.ts';
const pool = new pg.Pool({ connectionString: ${JSON.stringify(url)}, max: 2, application_name: 'sender' });
const store = folderStore(${JSON.stringify(folder)});
const put = async (...file) => { await store.put(...file); console.log('put'); if (${hang}) await new Promise(() => setInterval(() => {}, 1000)); };
console.log('begin');
await sendConcept({ db: drizzle(pool), actor: ${JSON.stringify(cast.amira)}, now: new Date(${now.getTime()}) }, { id: ${JSON.stringify(id)}, store: { ...store, put } });
console.log('sent');
await pool.end();
`;

test('kill -9 while sending: a concept is in whole, or not at all and still a draft', { timeout: 120_000 }, async ({ pool }) => {
	const staged = await stageOn(pool);
	const { published, plantMany, db } = staged;
	const folder = mkdtempSync(join(tmpdir(), 'gr-kill-'));
	const store = folderStore(folder);
	for await (const key of staged.store.keys()) await store.put(key, (await staged.store.get(key)) ?? new Uint8Array(), 'application/pdf');
	const { rows: names } = await pool.query('select current_database() as name');
	const url = withDatabase(inject('databaseUrl'), names[0].name);
	const [first = '', ...ids] = await plantMany(8);
	for await (const key of staged.store.keys()) await store.put(key, (await staged.store.get(key)) ?? new Uint8Array(), 'application/pdf');
	await sendConcept({ db, actor: cast.amira, now }, { id: first, store });
	const child = (id: string, hang: boolean) =>
		spawn(process.execPath, ['--input-type=module', '-e', program({ url, id, folder, hang })], { stdio: ['ignore', 'pipe', 'inherit'] });
	const expectWhole = async (id: string): Promise<boolean> => {
		const { rows } = await pool.query(
			`select state, draft is not null as has_draft, (select count(*)::int from concept_envelopes e where e.concept_id = c.id) as envelopes,
			(select count(*)::int from concept_files f where f.concept_id = c.id and f.sealed_at is not null) as sealed,
			(select count(*)::int from concept_files f where f.concept_id = c.id) as files from concepts c where id = $1`,
			[id]
		);
		const isIn = rows[0].state === 'submitted';
		const { files } = rows[0];
		expect(rows[0]).toEqual({
			state: isIn ? 'submitted' : 'draft',
			has_draft: !isIn,
			envelopes: isIn ? 1 : 0,
			sealed: isIn ? files : 0,
			files
		});
		return isIn;
	};

	const [inFiles = '', inside = '', ...timed] = ids;
	const hanging = child(inFiles, true);
	for await (const chunk of hanging.stdout) if (String(chunk).includes('put')) break;
	hanging.kill('SIGKILL');
	await once(hanging, 'exit');
	expect(await expectWhole(inFiles), 'killed between the files and the rows').toBe(false);

	const holder = await pool.connect();
	await holder.query("begin; select from record_chains where chain = 'box' for update");
	const blocked = child(inside, false);
	const waiting = "select count(*)::int as n from pg_stat_activity where application_name = 'sender' and wait_event_type = 'Lock'";
	await expect.poll(async () => (await pool.query(waiting)).rows[0].n, { timeout: 30_000 }).toBe(1);
	blocked.kill('SIGKILL');
	await once(blocked, 'exit');
	await holder.query('rollback');
	holder.release();
	await expect
		.poll(async () => (await pool.query("select count(*)::int as n from pg_stat_activity where application_name = 'sender'")).rows[0].n)
		.toBe(0);
	expect(await expectWhole(inside), 'killed in the middle of the rows').toBe(false);

	let whole = 1;
	for (const [n, id] of timed.entries()) {
		const sender = child(id, false);
		for await (const chunk of sender.stdout) if (String(chunk).includes('begin')) break;
		await new Promise((resolve) => setTimeout(resolve, n * 25));
		sender.kill('SIGKILL');
		await once(sender, 'exit');
		await expect
			.poll(async () => (await pool.query("select count(*)::int as n from pg_stat_activity where application_name = 'sender'")).rows[0].n)
			.toBe(0);
		if (await expectWhole(id)) whole++;
	}
	expect(await expectWholeChain(pool)).toBe(whole);
	for (const id of ids) await sendConcept({ db, actor: cast.amira, now }, { id, store });
	expect(await expectWholeChain(pool)).toBe(8);
	const later = new Date(published.deadline.getTime() + 120_000);
	for (const who of ['ines', 'friedrich'] as const)
		await handKey({ db, actor: cast[who], now: later }, { id: published.id, kind: 'concepts', secretKey: published.keys[who] ?? '' });
	expect(await loadContents({ db }, published.id)).toHaveLength(8);
	await clean(pool);
});
