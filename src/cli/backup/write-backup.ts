import { rename, rm } from 'node:fs/promises';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { House } from '#lib/server/house.ts';
import { createArchive } from './archive.ts';
import { manifestName, sha256, type Manifest } from './manifest.ts';
import { columnList, listMigrations, listSequences, listTables, quoted, type Table } from './schema.ts';

const chunkSize = 8 * 2 ** 20;
type Progress = (label: string, done: number, total: number | null) => void;
type Add = (name: string, bytes: Buffer) => Promise<void>;

async function copyTable(client: PoolClient, { name, columns }: Table, add: Add): Promise<number> {
	const stream = client.query(copyTo(`copy public.${quoted(name)} (${columnList(columns)}) to stdout`));
	let chunks: Buffer[] = [];
	let size = 0;
	let part = 0;
	const flush = async () => {
		if (size) await add(`tables/${name}/${String(++part).padStart(6, '0')}.copy`, Buffer.concat(chunks));
		[chunks, size] = [[], 0];
	};
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= chunkSize) await flush();
	}
	await flush();
	return stream.rowCount ?? 0;
}

async function copyDatabase(client: PoolClient, add: Add, progress: Progress): Promise<Omit<Manifest, 'entries' | 'format' | 'createdAt'>> {
	await client.query('begin isolation level repeatable read read only');
	try {
		const tables = await listTables(client);
		const total = Math.round(tables.reduce((sum, { estimate }) => sum + estimate, 0));
		const counted: Manifest['tables'] = [];
		let done = 0;
		for (const table of tables) {
			const rows = await copyTable(client, table, add);
			counted.push({ name: table.name, columns: table.columns, rows });
			progress('Datenbank', (done += rows), Math.max(total, done));
		}
		const { rows } = await client.query<{ server_version: string }>('show server_version');
		return {
			postgres: rows[0]?.server_version ?? '',
			migrations: await listMigrations(client),
			tables: counted,
			sequences: await listSequences(client)
		};
	} finally {
		await client.query('rollback');
	}
}

/**
 * Writes everything into one file: all tables as they stand at one instant, and all files. It appears under its name only when it is whole.
 * Jobs that are waiting at that instant (mails to send) are not in it.
 */
export async function writeBackup(house: House, path: string, progress: Progress): Promise<Manifest> {
	const archive = createArchive(`${path}.part`);
	const entries: Manifest['entries'] = {};
	const add: Add = async (name, bytes) => {
		entries[name] = { sha256: sha256(bytes), bytes: bytes.length };
		await archive.add({ name, bytes });
	};
	const client = await house.pool.connect();
	try {
		const database = await copyDatabase(client, add, progress);
		let files = 0;
		for await (const key of house.store.keys()) {
			const bytes = await house.store.get(key);
			if (bytes) await add(`files/${key}`, Buffer.from(bytes));
			progress('Dateien', ++files, null);
		}
		const manifest: Manifest = { format: 'gestaltungsraum-backup-1', createdAt: new Date().toISOString(), ...database, entries };
		await archive.add({ name: manifestName, bytes: Buffer.from(JSON.stringify(manifest)) });
		await archive.close();
		await rename(`${path}.part`, path);
		return manifest;
	} catch (error) {
		await rm(`${path}.part`, { force: true });
		throw error;
	} finally {
		client.release();
	}
}
