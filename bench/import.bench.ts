import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { copyInto } from '#lib/server/copy.ts';
import { openDb } from '#lib/server/db.ts';
import { folderStore } from '#lib/server/store.ts';
import { importList } from '#modules/properties/server/import/import-list.ts';
import { bench } from './bench.ts';

const kinds = ['Wohnhaus', 'Gasthof', 'Scheune', 'Ladenlokal', 'Werkstatt'];
const states = ['sanierungsbedürftig', 'gut', 'Ruine', 'unbekannt', ''];
const header =
	'Lfd. Nr.;Straße;Hausnr.;PLZ;Ort;Objektart;Bauzustand;Nutzfläche;Grundstück m²;Leer seit;Angebot;Breitengrad;Längengrad;Bemerkung';

/** A list as a town might keep it, only longer. */
function list(rows: number): Uint8Array {
	const line = (i: number) =>
		`B-${i};Probeweg ${Math.floor(i / 9000) + 1};${(i % 9000) + 1};16278;Angermünde;${kinds[i % 5]};${states[i % 5]};${60 + (i % 400)},5;${500 + i};0${1 + (i % 9)}.03.${1990 + (i % 35)};Miete / Kauf;53,01${String(i % 1000).padStart(3, '0')};13,99${String(i % 1000).padStart(3, '0')};Zeile ${i}`;
	return new TextEncoder().encode([header, ...Array.from({ length: rows }, (_, i) => line(i))].join('\n'));
}

const operator = { id: '', name: 'Messung', email: '', grants: [{ role: 'admin' as const }] };

/** Milliseconds and the growth of resident memory while it ran. */
async function watched(run: () => Promise<unknown>): Promise<{ ms: number; grown: number }> {
	const before = process.memoryUsage().rss;
	let most = before;
	const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50);
	const started = performance.now();
	await run();
	clearInterval(timer);
	return { ms: performance.now() - started, grown: most - before };
}

async function copyRate(pool: Pool): Promise<number> {
	const { rows, fields } = await pool.query({ text: `select * from properties where external_id like 'B-%'`, rowMode: 'array' });
	const client = await pool.connect();
	await client.query('create temp table copied (like properties including all)');
	const started = performance.now();
	await copyInto(client, { table: 'copied', columns: fields.map((f) => f.name) }, rows as unknown[][]);
	const rate = (rows.length / (performance.now() - started)) * 1000;
	await client.query('drop table copied');
	client.release();
	return rate;
}

async function clear(pool: Pool): Promise<void> {
	await pool.query(`delete from properties where external_id like 'B-%'`);
	await pool.query(`delete from imports where file_name = 'messung.csv'`);
}

export default bench({
	name: 'import',
	sizes: [100_000],
	run: async ({ size, database, row, note }) => {
		const { pool } = await database(10_000);
		const folder = mkdtempSync(join(tmpdir(), 'gr-bench-'));
		const given = { store: folderStore(folder), ags: '12073008', fileName: 'messung.csv', bytes: list(size) };
		const ctx = { db: openDb(pool), actor: operator, now: new Date() };
		await clear(pool);
		const dry = await watched(() => importList(ctx, { ...given, dryRun: true }));
		const whole = await watched(() => importList(ctx, { ...given, dryRun: false }));
		const limit = await copyRate(pool);
		const again = await watched(() => importList(ctx, { ...given, dryRun: true }));
		await clear(pool);
		rmSync(folder, { recursive: true, force: true });
		const rate = ({ ms }: { ms: number }) => (size / ms) * 1000;
		row({ name: `Liste mit ${size.toLocaleString('de-DE')} Zeilen prüfen`, ours: rate(dry), limit, unit: 'Zeilen/s' });
		row({ name: 'prüfen und übernehmen, gegen COPY derselben Zeilen', ours: rate(whole), limit, unit: 'Zeilen/s' });
		row({ name: 'dieselbe Liste noch einmal (alles unverändert)', ours: rate(again), limit, unit: 'Zeilen/s' });
		const megabytes = Math.round(Math.max(dry.grown, whole.grown, again.grown) / 2 ** 20);
		row({ name: 'Arbeitsspeicher dabei (Grenze 300 MB)', ours: megabytes, limit: 300, unit: 'MB', better: 'less', goal: 1 });
		note(`Import: ${megabytes} MB mehr Arbeitsspeicher als vorher.`);
	}
});
