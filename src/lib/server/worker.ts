import { EventEmitter } from 'node:events';
import { sql } from 'drizzle-orm';
import { run, type Runner, type RunnerOptions, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Db } from './db.ts';
import { workerLog } from './log.ts';

/**
 * Runs jobs in this process until it is stopped; many may run side by side on one database. The connection on which it listens holds a lock by its name:
 * that goes with the process, however it ends.
 */
export function startWorker(pool: Pool, { taskList, crontab }: Pick<RunnerOptions, 'taskList' | 'crontab'>): Promise<Runner> {
	const events = new EventEmitter() as WorkerEvents;
	events.on('pool:listen:success', ({ client, workerPool }) => {
		// it listens first, and a client takes one query at a time
		client.once('drain', () => {
			client
				.query(`select pg_advisory_lock(hashtext('worker'), hashtext($1))`, [workerPool.id])
				.catch((error) => workerLog.warn(`no lock for ${workerPool.id}: ${error}`));
		});
	});
	return run({ logger: workerLog, pgPool: pool, taskList, crontab, events, concurrency: 2, noHandleSignals: true, pollInterval: 2000 });
}

/**
 * Jobs whose process died are free again at once; left alone, the worker waits four hours. Run every minute and at every start. What was taken a moment ago
 * is left for the next time: its lock may be on the way.
 */
export async function freeJobs(db: Db): Promise<void> {
	await db.execute(sql`
		with holders as materialized (
			select distinct locked_by as name from graphile_worker._private_jobs where locked_at < clock_timestamp() - interval '10 seconds'
		)
		select graphile_worker.force_unlock_workers(array_agg(name)) from holders
		where pg_try_advisory_xact_lock(hashtext('worker'), hashtext(name))`);
}
