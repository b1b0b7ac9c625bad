import { openDb } from '#lib/server/db.ts';
import { appendEntry } from '#modules/records/server/append-entry.ts';
import { loadBoxHead } from '#modules/records/server/load-box-head.ts';
import { verifyRecord } from '#modules/records/verify.ts';
import { cast } from '#testing/cast.ts';
import { forgetHouse } from '#testing/forget-record.ts';
import { plantOpenProcedure, plantReady } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { sql } from 'drizzle-orm';
import { findRecordFile, findRecordPage } from './find-record.ts';
import { restoreProcedure, withholdProcedure } from './withhold-procedure.ts';
import { moveProcedure } from './move-procedure.ts';

const base = 'https://haus.example';

test('the record of a published procedure is found by id and by address word, holds its call, and verifies', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	const file = await findRecordFile(as(null), { key: slug, base });
	expect(await findRecordFile(as(null), { key: id, base })).toEqual(file);
	const { slug: _slug, ...rest } = file;
	const report = await verifyRecord({ file: JSON.parse(JSON.stringify(rest)) });
	expect(report).toMatchObject({ outcome: 'proven', proven: expect.arrayContaining([expect.objectContaining({ code: 'call' })]) });
});

test('what was never published has no record for anybody, not even for whoever prepares it', async ({ as, db }) => {
	const { id } = await plantReady({ as, db });
	for (const who of ['ines', 'renate', null] as const)
		for (const key of [id, 'gibt-es-nicht', ''])
			await expect(findRecordFile(as(who), { key, base })).rejects.toMatchObject({ status: 404 });
	await expect(findRecordPage(as('ines'), { slug: id, page: 1, size: 10 })).rejects.toMatchObject({ status: 404 });
});

test('no name, no address and no word of a concept is in what everybody reads, whatever was recorded', async ({ as, db }) => {
	const { id, slug, deadline } = await plantOpenProcedure({ as, db });
	const ctx = as('ines');
	const secrets = ['Geheimgasse', 'katrin.geheim@jury.example', 'Werkhof am Geheimplatz', '0,42 Punkte'];
	await appendEntry(ctx, { recordId: id, kind: 'conflict.declared', sealed: { who: secrets[0], mail: secrets[1] } });
	const inBox = { recordId: id, chain: 'box' as const, kind: 'concept.submitted' };
	const hashes = [];
	for (const text of secrets) hashes.push((await appendEntry(ctx, { ...inBox, sealed: { content: { text }, by: cast.amira.name } })).hash);
	const read = async () =>
		`${JSON.stringify(await findRecordFile(as(null), { key: id, base }))}${JSON.stringify(await findRecordPage(as(null), { slug, page: 1, size: 50 }))}`;
	const closed = await read();
	for (const one of [...secrets, cast.amira.name, cast.amira.email, ...Object.values(cast).map(({ email }) => email), ...hashes])
		expect(closed).not.toContain(one);
	expect(closed).toContain('conflict.declared');
	expect(closed).not.toContain('concept.submitted');

	const after = { ...ctx, now: new Date(deadline.getTime() + 60_000) };
	await moveProcedure(after, { id, move: 'close' });
	await moveProcedure(after, { id, move: 'unseal', facts: await loadBoxHead(after, id) });
	const opened = await read();
	for (const hash of hashes) expect(opened).toContain(hash);
	for (const one of [...secrets, cast.amira.name, cast.amira.email]) expect(opened).not.toContain(one);
	const { slug: _slug, ...file } = await findRecordFile(as(null), { key: id, base });
	expect(await verifyRecord({ file: JSON.parse(JSON.stringify(file)) })).toMatchObject({ outcome: 'proven', counts: { box: 4 } });
});

test('a procedure with a record is not taken away, nor the house that it is about', async ({ as, db }) => {
	const { id, houseId } = await plantOpenProcedure({ as, db });
	for (const statement of [sql`delete from procedures where id = ${id}`, sql`delete from properties where id = ${houseId}`])
		expect(await db.transaction((tx) => tx.execute(statement)).catch((error: Error) => String(error.cause))).toMatch(/never taken away/);
	const ready = await plantReady({ as, db });
	await db.execute(sql`delete from procedures where id = ${ready.id}`);
});

test('withheld, its record is gone for everybody like its page, and comes back whole', async ({ as, db }) => {
	const { id, slug } = await plantOpenProcedure({ as, db });
	await withholdProcedure(as('renate'), id);
	for (const who of ['ines', 'jonas', null] as const) {
		for (const key of [id, slug]) await expect(findRecordFile(as(who), { key, base })).rejects.toMatchObject({ status: 404 });
		await expect(findRecordPage(as(who), { slug, page: 1, size: 10 })).rejects.toMatchObject({ status: 404 });
	}
	await restoreProcedure(as('renate'), id);
	expect((await findRecordFile(as(null), { key: slug, base })).main).toHaveLength(1);
});

test('what is written while a record is read comes into the next file, not half into this one', async ({ pool, as }) => {
	const db = openDb(pool);
	const stage = { db, as: (who: Parameters<typeof as>[0]) => ({ ...as(who), db }) };
	const { id, slug, houseId } = await plantOpenProcedure(stage);
	try {
		await findRecordFile(stage.as(null), { key: slug, base });
		const writer = await pool.connect();
		await writer.query('begin');
		await writer.query('lock table procedure_calls in access exclusive mode');
		const reading = findRecordFile(stage.as(null), { key: slug, base });
		await expect.poll(async () => (await pool.query('select from pg_locks where not granted')).rowCount).toBe(1);
		const frozen = { changed: 'while somebody reads' };
		await writer.query(`insert into procedure_calls (procedure_id, version, frozen, hash, at) values ($1, 2, $2, 'x', now())`, [
			id,
			frozen
		]);
		await writer.query('commit');
		writer.release();
		const { slug: _slug, ...file } = await reading;
		expect(await verifyRecord({ file: JSON.parse(JSON.stringify(file)) })).toMatchObject({ outcome: 'proven' });
	} finally {
		await forgetHouse(pool, houseId);
		await pool.query('delete from notices');
	}
});
