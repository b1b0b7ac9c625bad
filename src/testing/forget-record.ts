import type { Pool } from 'pg';

/** Takes the record of a planted procedure away, which the product never does: for tests that commit, so that they can tidy up. */
export async function forgetRecord(pool: Pool, recordId: string): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query('begin');
		await client.query(`set local session_replication_role = 'replica'`);
		for (const table of ['record_leaves', 'record_secrets', 'record_entries', 'record_chains'])
			await client.query(`delete from ${table} where record_id = $1`, [recordId]);
		await client.query('commit');
	} finally {
		client.release();
	}
}
