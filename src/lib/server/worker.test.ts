import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { inject } from 'vitest';
import { withDatabase } from '#testing/database.setup.ts';
import { expect, test } from '#testing/world.ts';
import { openDb } from './db.ts';
import { addJob } from './jobs.ts';
import { freeJobs } from './worker.ts';

/** A process that takes jobs and never gets done with them. */
const program = (url: string) => `
import pg from 'pg';
import { startWorker } from '#lib/server/worker.ts';
const pool = new pg.Pool({ connectionString: ${JSON.stringify(url)}, application_name: 'worker' });
pool.on('error', () => {});
const slow = () => (console.log('taken'), new Promise(() => setInterval(() => {}, 1000)));
await startWorker(pool, { taskList: { slow }, crontab: '' });
`;

test('a job whose process was killed is taken again; one whose process lives is left alone', { timeout: 60_000 }, async ({ pool }) => {
	const db = openDb(pool);
	const { rows } = await pool.query('select current_database() as name');
	const url = withDatabase(inject('databaseUrl'), rows[0].name);
	const start = () => spawn(process.execPath, ['--input-type=module', '-e', program(url)], { stdio: ['ignore', 'pipe', 'inherit'] });
	const count = async (query: string) => (await pool.query<{ n: number }>(`select count(*)::int as n from ${query}`)).rows[0]?.n;
	const held = () => count('graphile_worker._private_jobs where locked_by is not null');
	const free = async () => {
		await pool.query(`update graphile_worker._private_jobs set locked_at = locked_at - interval '1 minute'`);
		await freeJobs(db);
	};

	await addJob(db, { task: 'slow', payload: {} });
	const first = start();
	await once(first.stdout, 'data');
	await expect.poll(() => count(`pg_locks where locktype = 'advisory' and classid = hashtext('worker')::bit(32)::bigint`)).toBe(1);
	await free();
	expect(await held()).toBe(1);

	first.kill('SIGKILL');
	await expect.poll(() => count(`pg_stat_activity where application_name = 'worker'`)).toBe(0);
	await free();
	expect(await held()).toBe(0);
	const second = start();
	await once(second.stdout, 'data');
	expect(await held()).toBe(1);
	second.kill('SIGKILL');
	await expect.poll(() => count(`pg_stat_activity where application_name = 'worker'`)).toBe(0);
	await pool.query('delete from graphile_worker._private_jobs');
});
