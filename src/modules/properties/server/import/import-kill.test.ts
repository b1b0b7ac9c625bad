import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openDb } from '#lib/server/db.ts';
import { folderStore } from '#lib/server/store.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { expect, now, test } from '#testing/world.ts';
import { withDatabase } from '#testing/database.setup.ts';
import { applyImport } from './apply-import.ts';
import { chooseColumns } from './choose-columns.ts';
import { findImport } from './find-import.ts';
import { healImports } from './heal-imports.ts';
import { runImportApply } from './run-import-apply.ts';
import { runImportCheck } from './run-import-check.ts';
import { runImportUndo } from './run-import-undo.ts';
import { startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';

const rows = 6000;
const list = () =>
	new TextEncoder().encode(
		[
			'Nr;Straße;PLZ;Ort;Objektart;Nutzfläche',
			...Array.from({ length: rows }, (_, i) => `K-${i};Prüfweg ${i + 1};16278;Angermünde;Wohnhaus;${80 + (i % 50)}`)
		].join('\n')
	);

type Work = { verb: 'Apply' | 'Undo'; url: string; id: string };

/** A process of its own that takes the list over, or back, and says how far it is, so that it can be killed in the middle. */
const program = ({ verb, url, id }: Work) => `
import pg from 'pg';
import { drizzle } from 'drizzle-orm/node-postgres';
import { runImport${verb} } from '#modules/properties/server/import/run-import-${verb.toLowerCase()}.ts';
const pool = new pg.Pool({ connectionString: ${JSON.stringify(url)}, max: 3 });
await runImport${verb}({ db: drizzle(pool), actor: null, now: new Date(${now.getTime()}) }, { id: ${JSON.stringify(id)}, personId: null, watch: ({ done }) => console.log('done', done) });
console.log('finished');
await pool.end();
`;

async function killInTheMiddle(work: Work): Promise<void> {
	const child = spawn(process.execPath, ['--input-type=module', '-e', program(work)], { stdio: ['ignore', 'pipe', 'inherit'] });
	for await (const chunk of child.stdout) if (Number(/done (\d+)/.exec(String(chunk))?.[1]) >= 1000) break;
	child.kill('SIGKILL');
	await once(child, 'exit');
}

test('kill -9 in the middle of taking over, and of taking back: nothing is lost, nothing is there twice', async ({ pool }) => {
	const folder = mkdtempSync(join(tmpdir(), 'gr-kill-'));
	const store = folderStore(folder);
	const ctx = { db: openDb(pool), actor: cast.ines, now };
	const count = async () => Number((await pool.query(`select count(*) from properties where external_id like 'K-%'`)).rows[0].count);
	const { id } = await startImport(ctx, { store, ags: angermuende, fileName: 'groß.csv', bytes: list() });
	await chooseColumns(ctx, { id, chosen: {}, byJob: false });
	await runImportCheck(ctx, { store, id });
	await applyImport(ctx, { id, byJob: false });

	const { rows: names } = await pool.query('select current_database() as name');
	const url = withDatabase(inject('databaseUrl'), names[0].name);
	await killInTheMiddle({ verb: 'Apply', url, id });

	await expect.poll(async () => (await findImport(ctx, id)).state).toBe('applying');
	expect(await count()).toBe(0);
	await expect.poll(() => healImports(ctx)).toBe(1);
	await runImportApply(ctx, { id, personId: null });
	expect(await findImport(ctx, id)).toMatchObject({ state: 'applied', report: { created: rows } });
	expect(await count()).toBe(rows);
	await runImportApply(ctx, { id, personId: null });
	expect(await count()).toBe(rows);

	await undoImport(ctx, { id, byJob: false });
	await killInTheMiddle({ verb: 'Undo', url, id });
	await expect.poll(async () => (await findImport(ctx, id)).state).toBe('undoing');
	expect(await count()).toBe(rows);
	await expect.poll(() => healImports(ctx)).toBe(1);
	expect(await runImportUndo(ctx, { id, personId: null })).toMatchObject({ removed: rows, kept: [] });
	expect(await runImportUndo(ctx, { id, personId: null })).toBeUndefined();
	expect(await count()).toBe(0);

	await pool.query('delete from imports; delete from import_mappings; delete from events');
	rmSync(folder, { recursive: true, force: true });
}, 120_000);
