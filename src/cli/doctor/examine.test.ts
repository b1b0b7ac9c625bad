import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readEnv } from '#lib/server/env.ts';
import type { House } from '#lib/server/house.ts';
import { folderStore } from '#lib/server/store.ts';
import { sql } from 'drizzle-orm';
import { expect, test } from '#testing/world.ts';
import { examine } from './examine.ts';

const dir = mkdtempSync(join(tmpdir(), 'gr-doctor-'));
afterAll(() => rmSync(dir, { recursive: true }));

const house = (pool: House['pool'], variables: Record<string, string> = {}): House => ({
	env: readEnv({ DATA_DIR: dir, ...variables }),
	pool,
	databaseUrl: '',
	store: folderStore(join(dir, 'files')),
	onClose: [],
	close: async () => {}
});

test('a sound installation has nothing bad about it', async ({ pool, db }) => {
	const findings = await examine(house(pool), db);
	expect(findings.filter(({ state }) => state === 'bad')).toEqual([]);
	expect(findings.find(({ what }) => what === 'Schema')?.detail).toContain('auf dem Stand des Programms');
});

test('a job that failed too often is named with its error', async ({ pool, db }) => {
	await db.execute(sql`select graphile_worker.add_job('mail', '{}'::json, max_attempts => 1)`);
	await db.execute(sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no route to host'`);
	const jobs = (await examine(house(pool), db)).find(({ what }) => what === 'Aufgaben');
	expect(jobs).toMatchObject({ state: 'bad', detail: expect.stringContaining('1 × mail (no route to host)') });
});

test('a mail server that is not there is bad, and the doctor goes on', async ({ pool, db }) => {
	const findings = await examine(house(pool, { SMTP_URL: 'smtp://127.0.0.1:1' }), db);
	expect(findings.find(({ what }) => what === 'Mail')).toMatchObject({ state: 'bad' });
	expect(findings.at(-1)?.what).toBe('Adresse');
});
