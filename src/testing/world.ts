import pg from 'pg';
import { inject, test as base } from 'vitest';
import { openDb, type Db } from '#lib/server/db.ts';
import type { Actor, Ctx } from '#modules/people/actor.ts';
import { cast, type CastName } from './cast.ts';
import { withDatabase } from './database.setup.ts';

class Undo extends Error {}

let clone: Promise<pg.Pool> | null = null;

async function cloneTemplate(): Promise<pg.Pool> {
	const url = inject('databaseUrl');
	const name = `gr_worker_${process.pid}_${Date.now()}`;
	const admin = new pg.Client(withDatabase(url, 'postgres'));
	await admin.connect();
	await admin.query('select pg_advisory_lock(77)');
	await admin.query(`create database ${name} template gr_template`);
	await admin.end();
	const pool = new pg.Pool({ connectionString: withDatabase(url, name), max: 6 });
	pool.on('error', () => {});
	pool.on('connect', (client) => client.on('error', () => {}));
	return pool;
}

/** The clock of the tests: a Sunday in November. */
export const now = new Date('2026-11-22T10:00:00Z');

type World = { pool: pg.Pool; db: Db; as: (who: CastName | Actor | null) => Ctx };

/**
 * A test with a database of its own kind: schema, reference data and cast are there, what it writes is undone.
 * `pool` is the same database without the undo, for tests that need real commits: they clean up themselves.
 */
export const test = base.extend<World>({
	pool: async ({}, use) => use(await (clone ??= cloneTemplate())),
	db: async ({ pool }, use) => {
		await openDb(pool)
			.transaction(async (tx) => {
				await use(tx);
				throw new Undo();
			})
			.catch((error) => {
				if (!(error instanceof Undo)) throw error;
			});
	},
	as: async ({ db }, use) => use((who) => ({ db, now, actor: typeof who === 'string' ? cast[who] : who }))
});
export { expect } from 'vitest';
