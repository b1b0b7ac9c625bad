import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { inject, onTestFinished } from 'vitest';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { folderStore, type Store } from '#lib/server/store.ts';
import { firstPrev, hashOfBody, type Entry } from '#modules/records/entry.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { cast } from '#testing/cast.ts';
import { withDatabase } from '#testing/database.setup.ts';
import { forgetHeads, forgetHouse } from '#testing/forget-record.ts';
import { recordHouse } from '#testing/houses.ts';
import { giveFactor } from '#testing/jury.ts';
import type { Order } from '#testing/play-child.ts';
import { steps } from '#testing/play-steps.ts';
import { expect, now, test } from '#testing/world.ts';
import { demoRunning } from './demo-running.ts';
import { placeOpeners } from './open-one.ts';
import { placeOne } from './place-procedures.ts';
import { jury } from './play.ts';

/** `KILLS=500 KILL_SEED=7 npx vitest run --project unit src/cli/generate/procedures/kill.test.ts` looks harder, and again at the same places. */
const kills = Number(process.env.KILLS ?? 10);
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** Numbers from 0 to 1 that a seed brings back (mulberry32). */
function drawing(from: number): () => number {
	let state = from;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

type Answer = { statements: number; refused: string };
type Player = { child: ChildProcess; lines: Interface; isReady: Promise<unknown>; isDead: Promise<[]> };

function startPlayer(args: string[], cache: string): Player {
	const env = { ...process.env, NODE_COMPILE_CACHE: cache };
	const child = spawn(process.execPath, ['src/testing/play-child.ts', ...args], { stdio: ['pipe', 'pipe', 'inherit'], env });
	const lines = createInterface({ input: child.stdout ?? process.stdin });
	return { child, lines, isReady: once(lines, 'line'), isDead: once(child, 'exit').then(() => []) };
}

/** What it answers, or null where it was killed. */
async function tell({ child, lines, isReady, isDead }: Player, order: Order): Promise<Answer | null> {
	await isReady;
	const answer = once(lines, 'line');
	child.stdin?.write(`${JSON.stringify(order)}\n`);
	const [line] = await Promise.race([answer, isDead]);
	if (line) return JSON.parse(String(line)) as Answer;
	expect(child.signalCode, `${order.step} ends by the signal and by nothing else`).toBe('SIGKILL');
	return null;
}

/** How many rows each table has, and a sign that changes with any of them. */
type Print = Record<string, { n: number; sign: string }>;

async function printer(pool: Pool): Promise<() => Promise<Print>> {
	const { rows: all } = await pool.query<{ name: string }>(
		`select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and (table_schema = 'public' or table_name = '_private_jobs')`
	);
	const counts = await pool.query(all.map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`).join(' union all '));
	const watched = counts.rows.filter(({ n }) => n < 500).map(({ name }) => name);
	const query = watched
		.map(
			(name) =>
				`select '${name}' as name, count(*)::int as n, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sign from ${name} t`
		)
		.join(' union all ');
	return async () => Object.fromEntries((await pool.query(query)).rows.map(({ name, n, sign }) => [name, { n, sign }]));
}

const isSame = (a: Print, b: Print) => Object.keys(a).every((name) => a[name]?.sign === b[name]?.sign);
/** By how many rows each table grew. */
const grown = (a: Print, b: Print) =>
	Object.fromEntries(Object.keys(a).flatMap((name) => (a[name]?.n === b[name]?.n ? [] : [[name, (b[name]?.n ?? 0) - (a[name]?.n ?? 0)]])));

async function expectWholeChains(pool: Pool, id: string): Promise<void> {
	const { rows } = await pool.query<{ chain: Entry['chain']; length: number; head: string }>(
		'select chain, length, head from record_chains where record_id = $1',
		[id]
	);
	for (const { chain, length, head } of rows) {
		const { rows: entries } = await pool.query(
			'select seq, prev, "at", kind, facts, commitments, hash from record_entries where record_id = $1 and chain = $2 order by seq',
			[id, chain]
		);
		let prev = firstPrev;
		for (const [n, { hash, at, ...entry }] of entries.entries()) {
			const body = { format: 'gestaltungsraum-akte', version: 1, record: id, chain, ...entry, at: at.toISOString() } as const;
			expect([entry.seq, entry.prev, await hashOfBody(body)]).toEqual([n + 1, prev, hash]);
			prev = hash;
		}
		expect([length, head]).toEqual([entries.length, prev]);
	}
}

/** What no moment may break, whatever was going on. */
async function expectSound(pool: Pool, { id, store }: { id: string; store: Store }): Promise<void> {
	await expectWholeChains(pool, id);
	const { rows } = await pool.query(
		`with entries as (select kind, facts, seq from record_entries where record_id = $1 and chain = 'main')
		select p.state, (select facts->>'to' from entries where facts ? 'to' order by seq desc limit 1) as told,
		(select state from procedure_pages where procedure_id = p.id) as shown,
		(select count(*)::int from concepts c where c.procedure_id = p.id and (c.state in ('submitted', 'opened')) is distinct from exists (select from concept_envelopes e where e.concept_id = c.id)) as torn,
		(select count(*)::int from concepts c where c.procedure_id = p.id and (c.state = 'opened') is distinct from exists (select from concept_contents o where o.concept_id = c.id)) as half,
		(select count(*)::int from concept_envelopes e join concepts c on c.id = e.concept_id where c.procedure_id = p.id and not exists (select from record_entries r where r.hash = e.entry_hash)) as unrecorded,
		(select count(*)::int from award_letters where procedure_id = p.id) as letters,
		(select coalesce(sum((facts->>'letters')::int), 0)::int from entries where kind = 'letters.sent') as "lettersTold",
		(select count(*)::int from options o where o.procedure_id = p.id and (o.state in ('active', 'extended')) is distinct from exists (select from option_holds h where h.option_id = o.id and h.ended_at is null)) as "heldWrongly"
		from procedures p where p.id = $1`,
		[id]
	);
	const { state, told, shown, letters, lettersTold, ...wrong } = rows[0];
	expect(wrong).toEqual({ torn: 0, half: 0, unrecorded: 0, heldWrongly: 0 });
	expect(letters).toBe(lettersTold);
	if (told) expect([state, shown]).toEqual([told, told]);
	const files = await pool.query<{ key: string }>(
		`select f.key from concept_files f join concepts c on c.id = f.concept_id where c.procedure_id = $1
		union all select document_key from awards where procedure_id = $1 and document_key is not null`,
		[id]
	);
	for (const { key } of files.rows) expect(await store.stat(key), key).not.toBeNull();
}

/** A finished draft, with everything committed. */
async function stageOn(pool: Pool) {
	const db = openDb(pool);
	const ines: Ctx = { db, actor: cast.ines, now };
	const [told] = demoRunning.map((one) => one.told);
	const folder = mkdtempSync(join(tmpdir(), 'gr-kill-'));
	const store = folderStore(join(folder, 'files'));
	await giveFactor({ db }, ...jury.map((who) => cast[who]));
	const place = async () => {
		const house = await recordHouse(ines, { title: told?.house ?? '' });
		const id = (told && (await placeOne(ines, { ...told, units: undefined }, store))) ?? '';
		await placeOpeners(ines, id);
		return { id, houseId: house.id };
	};
	const forget = async (houseId: string) => {
		await forgetHouse(pool, houseId);
		await forgetHeads(pool);
		await pool.query(
			'delete from seals; delete from opener_keys; delete from events; delete from attempts; delete from notices; delete from mails'
		);
		await pool.query('delete from graphile_worker._private_jobs');
	};
	const { rows } = await pool.query('select current_database() as name');
	const url = withDatabase(inject('databaseUrl'), rows[0].name);
	const start = (id: string) => startPlayer([url, join(folder, 'files'), id, now.toISOString()], join(folder, 'cache'));
	const running = 'select count(*)::int as n from pg_stat_activity where application_name = $1';
	const isGone = ({ child }: Player) =>
		expect.poll(async () => (await pool.query(running, [`player-${child.pid}`])).rows[0].n, { timeout: 10_000 }).toBe(0);
	const end = async () => {
		await pool.query(`delete from authenticator_apps where secret = 'nothing'`);
		rmSync(folder, { recursive: true, force: true });
	};
	return { store, place, forget, start, isGone, end };
}

test(
	'kill -9 at any statement of any step: all of a step is there or nothing, and the same again goes on from there',
	{ timeout: 240_000 + kills * 10_000 },
	async ({ pool }) => {
		console.log(`${kills} kills, KILL_SEED=${seed}`);
		const { store, place, forget, start, isGone, end } = await stageOn(pool);
		onTestFinished(end);
		const print = await printer(pool);

		const smooth = await place();
		const calm = start(smooth.id);
		const usual = new Map<string, { statements: number; grown: object }>();
		for (const { name } of steps) {
			const before = await print();
			const answer = await tell(calm, { step: name });
			expect(answer?.refused, name).toBe('');
			usual.set(name, { statements: answer?.statements ?? 0, grown: grown(before, await print()) });
		}
		calm.child.stdin?.end();
		await forget(smooth.houseId);

		const draw = drawing(seed);
		const killsAt = new Map<string, number>();
		const order = steps.map(({ name }) => ({ name, by: draw() })).sort((a, b) => a.by - b.by);
		for (let n = 0; n < kills; n++) {
			const name = order[n % order.length]?.name ?? '';
			killsAt.set(name, (killsAt.get(name) ?? 0) + 1);
		}
		const rough = await place();
		let died = 0;
		let player = start(rough.id);
		let next = start(rough.id);
		onTestFinished(() => void [player, next].forEach(({ child }) => child.kill('SIGKILL')));
		for (const { name, isJob } of steps) {
			const { statements, grown: whole } = usual.get(name) ?? { statements: 0, grown: {} };
			const before = await print();
			for (let n = 0; n < (killsAt.get(name) ?? 0); n++) {
				const kill = { at: 1 + Math.floor(draw() * statements), isSent: draw() < 0.5 };
				const where = `${name}, ${kill.isSent ? 'after' : 'before'} statement ${kill.at} of ${statements}`;
				const answer = await tell(player, { step: name, kill });
				if (answer) continue;
				died++;
				await isGone(player);
				[player, next] = [next, start(rough.id)];
				await expectSound(pool, { id: rough.id, store });
				const after = await print();
				if (!name.startsWith('write-') && !isSame(before, after)) expect(grown(before, after), where).toEqual(whole);
			}
			const isThere = !isSame(before, await print());
			const answer = await tell(player, { step: name });
			if (!isThere) expect(answer?.refused, name).toBe('');
			else if (isJob) expect(grown(before, await print()), name).toEqual(whole);
		}
		await expectSound(pool, { id: rough.id, store });
		expect(died, 'who was to die did').toBeGreaterThan(kills / 2);
		for (const one of [player, next]) one.child.stdin?.end();
		await forget(rough.houseId);
	}
);
