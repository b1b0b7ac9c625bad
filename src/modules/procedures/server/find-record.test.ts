import { appendEntry } from '#modules/records/server/append-entry.ts';
import { loadBoxHead } from '#modules/records/server/load-box-head.ts';
import { verifyRecord } from '#modules/records/verify.ts';
import { cast } from '#testing/cast.ts';
import { plantOpenProcedure, plantReady } from '#testing/published.ts';
import { expect, test } from '#testing/world.ts';
import { sql } from 'drizzle-orm';
import { findRecordFile, findRecordPage } from './find-record.ts';
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
