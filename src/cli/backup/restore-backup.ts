import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { refused } from '#lib/refusal.ts';
import type { House } from '#lib/server/house.ts';
import { readArchive } from './archive.ts';
import { fileKeyOf, tableOf, verifyBackup, type Manifest } from './manifest.ts';
import { columnList, listMigrations, listTables, quoted } from './schema.ts';

type Progress = (label: string, done: number, total: number | null) => void;
type Options = { replace: boolean; progress: Progress };

async function refuseWhenInUse(client: PoolClient, replace: boolean): Promise<void> {
	const { rows } = await client.query('select exists (select 1 from people) or exists (select 1 from properties) as used');
	if (rows[0].used && !replace)
		throw refused(
			'not-empty',
			'In dieser Datenbank stehen schon Daten. Mit --replace werden sie durch die der Sicherung ersetzt, sonst bleibt alles, wie es ist.'
		);
}

/** A backup of this version or an older one whose tables and columns are all still there. */
async function refuseWhenNewer(client: PoolClient, manifest: Manifest): Promise<void> {
	const ours = await listMigrations(client);
	if (manifest.migrations.some((hash, n) => ours[n] !== hash))
		throw refused(
			'other-version',
			'Die Sicherung ist von einer neueren oder anderen Fassung des Programms. Bitte mit jener Fassung einspielen.'
		);
	const here = new Map((await listTables(client)).map(({ name, columns }) => [name, new Set(columns)]));
	for (const { name, columns } of manifest.tables)
		if (columns.some((column) => !here.get(name)?.has(column)))
			throw refused(
				'other-version',
				`Die Tabelle ${name} sieht heute anders aus als in der Sicherung. Bitte mit der Fassung von damals einspielen und dann aktualisieren.`
			);
}

/** Feeds the table entries of the archive to one COPY per table, in the archive's order. */
async function fill(
	client: PoolClient,
	path: string,
	{ manifest, house, progress }: { manifest: Manifest; house: House; progress: Progress }
) {
	const columns = new Map(manifest.tables.map((table) => [table.name, table.columns]));
	const total = manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
	let open: { table: string; stream: CopyStreamQuery } | undefined;
	let done = 0;
	let files = 0;
	const end = async ({ stream }: { stream: CopyStreamQuery }) => {
		stream.end();
		await finished(stream);
		progress('Datenbank', (done += stream.rowCount ?? 0), total);
	};
	for await (const { name, bytes } of readArchive(path)) {
		const table = tableOf(name);
		if (open && open.table !== table) {
			await end(open);
			open = undefined;
		}
		if (table && !open) {
			const statement = `copy public.${quoted(table)} (${columnList(columns.get(table) ?? [])}) from stdin`;
			open = { table, stream: client.query(copyFrom(statement)) };
		}
		if (open && !open.stream.write(bytes)) await Promise.race([once(open.stream, 'drain'), finished(open.stream)]);
		const key = fileKeyOf(name);
		if (key) {
			await house.store.put(key, bytes, typeOf(key));
			progress('Dateien', ++files, null);
		}
	}
	if (open) await end(open);
}

const types: Record<string, string> = { webp: 'image/webp', jpg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf', csv: 'text/csv' };
const typeOf = (key: string) => types[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

async function countsMatch(client: PoolClient, manifest: Manifest): Promise<void> {
	for (const { name, rows } of manifest.tables) {
		const counted = await client.query<{ n: number }>(`select count(*)::int as n from public.${quoted(name)}`);
		if (counted.rows[0]?.n !== rows) throw new Error(`${name}: ${counted.rows[0]?.n} of ${rows} rows`);
	}
}

/** Puts a checked backup into the house, in one transaction: all of it or nothing. */
export async function restoreBackup(house: House, path: string, { replace, progress }: Options): Promise<Manifest> {
	const manifest = await verifyBackup(path, (done) => progress('Prüfung', done, null));
	const client = await house.pool.connect();
	try {
		await client.query('begin');
		await refuseWhenInUse(client, replace);
		await refuseWhenNewer(client, manifest);
		const tables = await listTables(client);
		await client.query(`truncate ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`);
		// What triggers once wrote is in the backup as well, and must not be written twice.
		for (const { name } of tables) await client.query(`alter table public.${quoted(name)} disable trigger user`);
		await fill(client, path, { manifest, house, progress });
		for (const { name } of tables) await client.query(`alter table public.${quoted(name)} enable trigger user`);
		await client.query('update spaces set id = id where false'); // tells finished pages that they are old
		for (const { name, value } of manifest.sequences)
			await client.query('select setval($1::regclass, $2)', [`public.${quoted(name)}`, value]);
		await countsMatch(client, manifest);
		await client.query('commit');
	} catch (error) {
		await client.query('rollback').catch(() => {});
		throw error;
	} finally {
		client.release();
	}
	for await (const key of house.store.keys()) if (!manifest.entries[`files/${key}`]) await house.store.delete(key);
	await house.pool.query('analyze');
	return manifest;
}
