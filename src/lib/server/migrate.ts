import { resolve } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as run } from 'drizzle-orm/node-postgres/migrator';
import { runMigrations } from 'graphile-worker';
import type { Pool } from 'pg';

/** Brings the schema up to date: ours and the job queue's. One process at a time, so that many may start at once. */
export async function migrate(pool: Pool): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query('select pg_advisory_lock(726001)');
		await run(drizzle(client), { migrationsFolder: resolve('migrations') });
		await runMigrations({ pgPool: pool });
	} finally {
		await client.query('select pg_advisory_unlock(726001)').catch(() => {});
		client.release();
	}
}
