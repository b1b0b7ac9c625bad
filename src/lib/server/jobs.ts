import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';

export type Job = { task: string; payload: object; key?: string; runAt?: Date; maxAttempts?: number };

/** Adds a job in the caller's transaction: it runs within milliseconds of the commit and vanishes with a rollback. `key` replaces a waiting job of the same key. */
export async function addJob(db: Db, { task, payload, key, runAt, maxAttempts = 10 }: Job): Promise<void> {
	const json = JSON.stringify(payload);
	const at = runAt?.toISOString() ?? null;
	await db.execute(
		sql`select graphile_worker.add_job(${task}, payload => ${json}::json, run_at => ${at}::timestamptz, max_attempts => ${maxAttempts}::int, job_key => ${key ?? null}::text)`
	);
}
