import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import type { House } from '#lib/server/house.ts';
import { migrate } from '#lib/server/migrate.ts';
import { readEnv } from '#lib/server/env.ts';
import { folderStore } from '#lib/server/store.ts';
import { withDatabase } from '#testing/database.setup.ts';
import { plantSpace } from '#testing/spaces.ts';
import { openDb } from '#lib/server/db.ts';
import { peopleTheCast } from '#testing/people-the-cast.ts';
import { expect, test as base } from '#testing/world.ts';
import { verifyBackup } from './manifest.ts';
import { restoreBackup } from './restore-backup.ts';
import { listTables, quoted } from './schema.ts';
import { writeBackup } from './write-backup.ts';

const dir = mkdtempSync(join(tmpdir(), 'gr-backup-'));
const opened: pg.Pool[] = [];
const quiet = () => {};

/** A house with a database that has the schema and nothing in it (the reference data would only cost time) and an empty store. */
async function newHouse(): Promise<House> {
	const name = `gr_backup_${process.pid}_${opened.length}`;
	const admin = new pg.Client(withDatabase(inject('databaseUrl'), 'postgres'));
	await admin.connect();
	await admin.query(`create database ${name} template template0`);
	await admin.end();
	const databaseUrl = withDatabase(inject('databaseUrl'), name);
	const pool = new pg.Pool({ connectionString: databaseUrl, max: 3 });
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	opened.push(pool);
	await migrate(pool);
	const store = folderStore(join(dir, name));
	return { env: readEnv({}), pool, databaseUrl, store, onClose: [], close: async () => {} };
}

afterAll(async () => {
	for (const pool of opened) await pool.end();
	rmSync(dir, { recursive: true });
});

/** Everything that stands in a house, table by table, row by row. */
async function contents({ pool, store }: House) {
	const client = await pool.connect();
	const tables: Record<string, unknown[]> = {};
	for (const { name } of await listTables(client))
		tables[name] = (await client.query(`select to_jsonb(t)::text as row from ${quoted(name)} t order by 1`)).rows;
	client.release();
	const files: Record<string, string> = {};
	for (const key of (await Array.fromAsync(store.keys())).sort()) files[key] = Buffer.from((await store.get(key)) ?? []).toString('hex');
	return { tables, files };
}

let furnished: Promise<{ house: House; file: string }> | null = null;
async function furnish() {
	const house = await newHouse();
	await peopleTheCast(house.pool);
	await plantSpace(openDb(house.pool), { title: 'Zeile\nmit "allem"\t\\N; und Ä' });
	await plantSpace(openDb(house.pool), { title: 'Zweiter Raum' });
	await house.pool.query("insert into secrets (name, value) values ('blur', 'ff00')");
	await house.store.put('media/0001.webp', Buffer.from([0, 1, 2, 255]), 'image/webp');
	await house.store.put('media/leer.pdf', Buffer.alloc(0), 'application/pdf');
	await house.store.put(`imports/${'lang-'.repeat(20)}/${'x'.repeat(40)}.csv`, Buffer.alloc(700_000, 'a;b\n'), 'text/csv');
	const file = join(dir, 'sicherung.tar.gz');
	await writeBackup(house, file, quiet);
	return { house, file };
}
const test = base.extend<{ made: { house: House; file: string } }>({ made: async ({}, use) => use(await (furnished ??= furnish())) });

test('what is restored is what was there: every row, every file', async ({ made }) => {
	const other = await newHouse();
	await restoreBackup(other, made.file, { replace: false, progress: quiet });
	const [before, after] = [await contents(made.house), await contents(other)];
	expect(after).toEqual(before);
	expect(before.tables.people?.length).toBeGreaterThan(5);
	expect(Object.keys(before.files)).toHaveLength(3);
});

test('a database in use is left as it is, unless it shall be replaced', async ({ made }) => {
	const used = await newHouse();
	await used.pool.query("insert into people (id, name, email) values (gen_random_uuid(), 'Wer da war', 'war@da.example')");
	await used.store.put('media/alt.webp', Buffer.from('alt'), 'image/webp');
	const before = await contents(used);
	await expect(restoreBackup(used, made.file, { replace: false, progress: quiet })).rejects.toThrow('stehen schon Daten');
	expect(await contents(used)).toEqual(before);
	await restoreBackup(used, made.file, { replace: true, progress: quiet });
	expect(await contents(used)).toEqual(await contents(made.house));
});

test('verifying tells what is in it', async ({ made }) => {
	const manifest = await verifyBackup(made.file);
	expect(manifest.tables.find(({ name }) => name === 'spaces')?.rows).toBe(2);
	expect(manifest.tables.find(({ name }) => name === 'spaces')?.columns).not.toContain('search');
	expect(statSync(made.file).mode & 0o077).toBe(0);
});

test('an ordinary tar can look into it', async ({ made }) => {
	const { stdout } = spawnSync('tar', ['tzf', made.file], { encoding: 'utf8' });
	expect(stdout.split('\n')).toEqual(expect.arrayContaining(['tables/people/000001.copy', 'files/media/0001.webp', 'manifest.json']));
});

test('one flipped bit, a cut, and what is no backup are found, and nothing is restored', async ({ made }) => {
	const plain = gunzipSync(readFileSync(made.file));
	const at = plain.indexOf('Zweiter Raum');
	plain[at] = (plain[at] ?? 0) ^ 1;
	const files = {
		flipped: gzipSync(plain),
		cut: readFileSync(made.file).subarray(0, -2000),
		other: Buffer.from('das ist keine Sicherung')
	};
	const target = await newHouse();
	for (const [name, bytes] of Object.entries(files)) {
		writeFileSync(join(dir, name), bytes);
		await expect(restoreBackup(target, join(dir, name), { replace: true, progress: quiet })).rejects.toThrow('nicht in Ordnung');
	}
	await expect(verifyBackup(join(dir, 'flipped'))).rejects.toThrow('Der Teil tables/');
	expect((await contents(target)).tables.people).toEqual([]);
});

test('a backup of a newer program is not forced into an older one', async ({ made }) => {
	const old = await newHouse();
	await old.pool.query(
		'delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)'
	);
	await expect(restoreBackup(old, made.file, { replace: false, progress: quiet })).rejects.toThrow(
		'von einer neueren oder anderen Fassung'
	);
});

test('a backup that fails leaves no half file behind', async ({ made }) => {
	const broken: House = {
		...made.house,
		store: {
			...made.house.store,
			keys: () => {
				throw new Error('bucket away');
			}
		}
	};
	const file = join(dir, 'halb.tar.gz');
	await expect(writeBackup(broken, file, quiet)).rejects.toThrow('bucket away');
	for (const name of [file, `${file}.part`]) expect(() => statSync(name)).toThrow('ENOENT');
});
