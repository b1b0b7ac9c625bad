import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { Pool } from 'pg';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import type { Content } from '#modules/concepts/concept.ts';
import { sendConcept } from '#modules/concepts/server/send-concept.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { canonical, commitmentTo, firstPrev, formatName, formatVersion, hashOfBody } from '#modules/records/entry.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { loadEntriesInPublic } from '#modules/records/server/load-record.ts';
import { lock } from '#modules/seals/envelope.ts';
import { keptFiles } from '#testing/award.ts';
import { copyDrafts } from '#testing/copy-drafts.ts';
import { cast, type CastName } from '#testing/cast.ts';
import { plantDraft } from '#testing/concepts.ts';
import { forgetHouse } from '#testing/forget-record.ts';
import { foundAngermuende } from '#testing/houses.ts';
import { peopleTheCast } from '#testing/people-the-cast.ts';
import { contentOf, plantOpenProcedure, type Published } from '#testing/published.ts';
import { bench } from './bench.ts';

const begun = new Date('2026-11-22T10:00:00Z');
const atOnce = 50;
const entries = 2000;
/** What somebody says of a concept, as large as it usually is. */
const told = (n: number) => ({ concept: n, scores: Array.from({ length: 9 }, (_, leaf) => ({ leaf, points: 3, reason: 'Es trägt.' })) });

/** As many drafts as asked, each a copy of one of Amira's with its file, and the store that holds them. */
async function plantDrafts(pool: Pool, published: Published) {
	const db = openDb(pool);
	const as = (who: unknown) => ({ db, now: begun, actor: typeof who === 'string' ? cast[who as CastName] : null });
	const planted = await plantDraft({ db, as } as never, published);
	const { store, kept } = keptFiles();
	const { rows: files } = await pool.query<{ key: string }>('select key from concept_files where concept_id = $1', [planted.id]);
	for (const { key } of files) kept.set(key, (await planted.store.get(key)) ?? new Uint8Array());
	const copies = async (n: number): Promise<string[]> => {
		const { ids, files } = await copyDrafts(pool, planted.id, n);
		for (const { key, from } of files) kept.set(key, kept.get(from) ?? new Uint8Array());
		return ids;
	};
	return { store, copies, files: files.length };
}

/** What nobody can save: a key of their own, as many files locked for two, an entry hashed and signed, and the rows written, one transaction for each. */
async function barePut(pool: Pool, published: Published, files: number) {
	const { privateKey } = generateKeyPairSync('ed25519');
	const content: Content = contentOf({
		procedure: published.id,
		concept: newId(),
		answers: { all: 'So haben wir uns das überlegt. '.repeat(60) }
	});
	const file = new Uint8Array(30);
	await pool.query(`create unlogged table if not exists bench_bare (id uuid primary key, entry jsonb, bytes bytea)`);
	await pool.query('truncate bench_bare');
	return async () => {
		const own = await identityToRecipient(await generateX25519Identity());
		const bytes = await lock(new TextEncoder().encode(canonical({ salt: 'a'.repeat(32), value: content })), [own, own]);
		for (let n = 0; n < files; n++) await lock(file, [own, own]);
		const client = await pool.connect();
		await client.query('begin');
		await client.query(`select from record_chains where record_id = $1 and chain = 'box' for update`, [published.id]);
		const hash = await hashOfBody({ seq: 1, prev: firstPrev, commitments: { content: firstPrev } } as never);
		const signature = sign(null, Buffer.from(hash, 'hex'), privateKey).toString('base64url');
		await client.query('insert into bench_bare values ($1, $2, $3)', [newId(), { hash, signature }, Buffer.from(bytes)]);
		await client.query(`update record_chains set length = length where record_id = $1 and chain = 'box'`, [published.id]);
		await client.query('commit');
		client.release();
	};
}

async function stageOn(pool: Pool) {
	await foundAngermuende({ db: openDb(pool) });
	await peopleTheCast(pool);
	const { rows } = await pool.query<{ id: string }>('select distinct property_id as id from procedures');
	for (const { id } of rows) await forgetHouse(pool, id);
	const db = openDb(pool);
	const as = (who: unknown) => ({ db, now: begun, actor: typeof who === 'string' ? cast[who as CastName] : null });
	return plantOpenProcedure({ db, as } as never);
}

const perSecond = async (n: number, run: () => Promise<unknown>): Promise<number> => {
	const started = performance.now();
	await run();
	return (n / (performance.now() - started)) * 1000;
};

/** An entry hashed, signed and written with its secret in four statements: fewer cannot hold a chain together. */
async function bareAppend(pool: Pool, recordId: string): Promise<number> {
	const { privateKey } = generateKeyPairSync('ed25519');
	const client = await pool.connect();
	await client.query('begin');
	await client.query(`insert into record_chains (record_id, chain, length, head) values ($1, 'box', 0, $2) on conflict do nothing`, [
		recordId,
		firstPrev
	]);
	const which = `where record_id = $1 and chain = 'box'`;
	const rate = await perSecond(entries, async () => {
		for (let n = 0; n < entries; n++) {
			const { rows } = await client.query(`select length, head from record_chains ${which} for update`, [recordId]);
			const [seq, prev, at] = [rows[0].length + 1, rows[0].head, new Date().toISOString()];
			const commitments = { review: await commitmentTo(told(n), randomBytes(16).toString('hex')) };
			const fixed = { format: formatName, version: formatVersion, record: recordId, chain: 'box' } as const;
			const hash = await hashOfBody({ ...fixed, seq, prev, at, kind: 'review.submitted', facts: { concept: n }, commitments });
			const signature = sign(null, Buffer.from(hash, 'hex'), privateKey).toString('base64url');
			await client.query(
				`insert into record_entries (record_id, chain, seq, prev, at, kind, facts, commitments, hash, signature) values ($1, 'box', $2, $3, $4, 'review.submitted', $5, $6, $7, $8)`,
				[recordId, seq, prev, at, { concept: n }, commitments, hash, signature]
			);
			await client.query(
				`insert into record_secrets (id, record_id, chain, seq, name, salt, value, at) values ($1, $2, 'box', $3, 'review', $4, $5, $6)`,
				[newId(), recordId, seq, 'a'.repeat(32), told(n), at]
			);
			await client.query(`update record_chains set length = $2, head = $3 ${which}`, [recordId, seq, hash]);
		}
	});
	await client.query('rollback');
	client.release();
	return rate;
}

async function append(pool: Pool, recordId: string): Promise<number> {
	const client = await pool.connect();
	await client.query('begin');
	const ctx: Ctx = { db: openDb(client), now: new Date(), actor: null };
	const rate = await perSecond(entries, async () => {
		for (let n = 0; n < entries; n++)
			await appendEntry(ctx, { recordId, chain: 'box', kind: 'review.submitted', facts: { concept: n }, sealed: { review: told(n) } });
	});
	await client.query('rollback');
	client.release();
	return rate;
}

/** The rows of a record of so many entries, planted without a chain: only reading is measured. */
async function plantEntries(pool: Pool, recordId: string, size: number): Promise<void> {
	await pool.query(
		`insert into record_entries (record_id, chain, seq, prev, at, kind, facts, commitments, hash, signature)
		select $1, 'main', n, md5(n::text) || md5('p'), now(), 'review.submitted', jsonb_build_object('concept', n), jsonb_build_object('review', md5(n::text) || md5('c')),
			md5(n::text) || md5('h'), rpad(md5(n::text), 86, 'A') from generate_series(1000, 1000 + $2::int) n`,
		[recordId, size]
	);
}

export default bench({
	name: 'sending',
	sizes: [300],
	run: async ({ size, database, rounds, row, note }) => {
		const { pool } = await database(1000, 'plain');
		const published = await stageOn(pool);
		const { store, copies, files } = await plantDrafts(pool, published);
		const db = openDb(pool);
		const send = (at: Date) => async (id: string) => sendConcept({ db, actor: cast.amira, now: at }, { id, store });
		const bare = await barePut(pool, published, files);

		note(`Abgeben: jedes Konzept mit ${files} Dateien; verschlossen wird auf beiden Seiten gleich viel.`);
		const inTurn = await rounds(
			3,
			async () => {
				const ids = await copies(size / 3);
				return perSecond(ids.length, async () => {
					for (const id of ids) await send(begun)(id);
				});
			},
			() =>
				perSecond(size / 3, async () => {
					for (let n = 0; n < size / 3; n++) await bare();
				})
		);
		row({ name: `Abgeben, ${size} nacheinander`, ours: inTurn.a, limit: inTurn.b, unit: 'Abgaben/s', goal: 0.25 });
		const together = await rounds(
			3,
			async () => {
				const ids = await copies(atOnce);
				return perSecond(atOnce, () => Promise.all(ids.map(send(published.deadline))));
			},
			() => perSecond(atOnce, () => Promise.all(Array.from({ length: atOnce }, bare)))
		);
		row({ name: `Abgeben, ${atOnce} zugleich am Ende der Frist`, ours: together.a, limit: together.b, unit: 'Abgaben/s', goal: 0.25 });

		const appended = await rounds(
			3,
			() => append(pool, published.id),
			() => bareAppend(pool, published.id)
		);
		row({ name: 'Akte: Einträge anfügen', ours: appended.a, limit: appended.b, unit: 'Einträge/s', goal: 0.3 });
		await plantEntries(pool, published.id, 30_000);
		const loaded = await rounds(
			3,
			() => perSecond(30_000, () => loadEntriesInPublic({ db }, published.id)),
			() =>
				perSecond(30_000, () =>
					pool.query(`select * from record_entries where record_id = $1 and chain = 'main' order by seq`, [published.id])
				)
		);
		row({ name: 'Akte: 30.000 Einträge laden', ours: loaded.a, limit: loaded.b, unit: 'Einträge/s', goal: 0.6 });
		await forgetHouse(pool, published.houseId);
		await pool.query('drop table bench_bare');
	}
});
