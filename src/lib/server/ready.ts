import type { Pool } from 'pg';

export type Readiness = { database: boolean; queue: boolean };

/** Whether the process can do its work now: the database answers and the queue's tables are there. Gives up after two seconds. */
export async function readiness(pool: Pool): Promise<Readiness> {
	const asked = pool.query('select 1 from graphile_worker.jobs limit 1').then(
		() => ({ database: true, queue: true }),
		(error: { code?: string }) => ({ database: error.code === '42P01' || error.code === '3F000', queue: false })
	);
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<Readiness>((done) => (timer = setTimeout(done, 2000, { database: false, queue: false })));
	return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
