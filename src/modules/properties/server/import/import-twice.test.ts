import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openDb } from '#lib/server/db.ts';
import { folderStore } from '#lib/server/store.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { applyImport } from './apply-import.ts';
import { chooseColumns } from './choose-columns.ts';
import { findImport } from './find-import.ts';
import { runImportApply } from './run-import-apply.ts';
import { runImportCheck } from './run-import-check.ts';
import { startImport } from './start-import.ts';
import { runImportUndo } from './run-import-undo.ts';
import { undoImport } from './undo-import.ts';

const folder = mkdtempSync(join(tmpdir(), 'gr-twice-'));
const store = folderStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = 3000;
const list = new TextEncoder().encode(
	[
		'Nr;Straße;PLZ;Ort;Objektart;Nutzfläche',
		...Array.from({ length: rows }, (_, i) => `Z-${i};Doppelweg ${i + 1};16278;Angermünde;Wohnhaus;${80 + (i % 50)}`)
	].join('\n')
);

/** These need connections of their own: what meets at the same moment does so in different transactions. */
test('two people with the same list at once, and one of them in two windows: every house once, and undone once', async ({ pool }) => {
	const ctx = (who: keyof typeof cast) => ({ db: openDb(pool), actor: cast[who], now });
	const count = async () => Number((await pool.query(`select count(*) from properties where external_id like 'Z-%'`)).rows[0].count);
	const checked = async (who: keyof typeof cast) => {
		const { id } = await startImport(ctx(who), { store, ags: angermuende, fileName: 'Liste.csv', bytes: list });
		await chooseColumns(ctx(who), { id, chosen: {}, byJob: false });
		await runImportCheck(ctx(who), { store, id });
		return id;
	};
	try {
		const before = process.memoryUsage().rss;
		const [first, second] = await Promise.all([checked('ines'), checked('renate')]);
		expect(process.memoryUsage().rss - before).toBeLessThan(300 * 2 ** 20);

		const windows = await Promise.allSettled([1, 2, 3].map(() => applyImport(ctx('ines'), { id: first, byJob: false })));
		expect(windows.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(windows.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 409, code: 'import-state' } });
		await applyImport(ctx('renate'), { id: second, byJob: false });

		await Promise.all([first, first, second].map((id) => runImportApply(ctx('ines'), { id, personId: null })));
		expect(await count()).toBe(rows);
		const reports = await Promise.all([first, second].map(async (id) => (await findImport(ctx('renate'), id)).report));
		expect(reports.map((report) => report?.created).sort()).toEqual([0, rows]);
		expect(reports.map((report) => report?.rejected).sort()).toEqual([0, rows]);
		await expect(applyImport(ctx('ines'), { id: first, byJob: false })).rejects.toMatchObject({
			message: expect.stringContaining('schon übernommen')
		});

		const winner = reports[0]?.created ? first : second;
		const undone = await Promise.allSettled([1, 2].map(() => undoImport(ctx('ines'), { id: winner, byJob: false })));
		expect(undone.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await count()).toBe(rows);
		await Promise.all([1, 2].map(() => runImportUndo(ctx('ines'), { id: winner, personId: null })));
		expect(await count()).toBe(0);
	} finally {
		await pool.query(`delete from properties where external_id like 'Z-%'`);
		await pool.query('delete from imports; delete from import_mappings; delete from events');
	}
}, 120_000);
