import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#lib/server/migrate.ts';
import { openEmbedded } from '#lib/server/postgres.ts';
import { loadReference } from '#modules/organisations/server/load-reference.ts';
import { peopleTheCast } from './people-the-cast.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		databaseUrl: string;
	}
}

/** One server per run (or TEST_DATABASE_URL's), one template with schema, reference data and cast; workers clone it. */
export default async function setup(project: TestProject) {
	const dir = mkdtempSync(join(tmpdir(), 'gr-test-'));
	const embedded = process.env.TEST_DATABASE_URL ? null : await openEmbedded(dir, 'own');
	const url = process.env.TEST_DATABASE_URL ?? embedded?.url ?? '';
	const admin = new pg.Pool({ connectionString: withDatabase(url, 'postgres'), max: 1 });
	admin.on('error', () => {});
	// Rows then come back in the order in which they were written; a vacuum between two tests would reuse the room of rolled-back ones.
	if (embedded) {
		await admin.query('alter system set autovacuum = off');
		await admin.query('select pg_reload_conf()');
	}
	await admin.query('drop database if exists gr_template with (force)');
	await admin.query("create database gr_template template template0 encoding 'UTF8' locale 'C.UTF-8'");
	const pool = new pg.Pool({ connectionString: withDatabase(url, 'gr_template'), max: 4 });
	pool.on('error', () => {});
	await migrate(pool);
	await loadReference({ pool });
	await peopleTheCast(pool);
	await pool.end();
	await admin.end();
	project.provide('databaseUrl', url);
	return async () => {
		await embedded?.stop();
		rmSync(dir, { recursive: true, force: true });
	};
}

export function withDatabase(url: string, name: string): string {
	const changed = new URL(url);
	changed.pathname = `/${name}`;
	return changed.href;
}
