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

/** Many jobs in one statement, as `addJob` adds one; without keys. */
export async function addJobs(db: Db, jobs: readonly Omit<Job, 'key'>[]): Promise<void> {
	if (!jobs.length) return;
	const rows = jobs.map(({ task, payload, runAt, maxAttempts = 10 }) => ({ task, payload, at: runAt?.toISOString() ?? null, maxAttempts }));
	await db.execute(sql`
		select graphile_worker.add_job(r.task, payload => r.payload, run_at => r.at, max_attempts => r."maxAttempts")
		from json_to_recordset(${JSON.stringify(rows)}::json) r (task text, payload json, at timestamptz, "maxAttempts" int)`);
}
