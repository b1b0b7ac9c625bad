import type { Pool } from 'pg';

const tables = ['record_leaves', 'record_secrets', 'record_entries', 'record_chains'];

/** Takes the records of planted procedures away, which the product never does: for tests that commit, so that they can tidy up. */
async function forget(pool: Pool, ids: readonly string[], then: string): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query('begin');
		await client.query(`set local session_replication_role = 'replica'`);
		for (const table of tables) await client.query(`delete from ${table} where record_id = any($1)`, [ids]);
		await client.query(`set local session_replication_role = 'origin'`);
		if (then) await client.query(then, [ids]);
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	} finally {
		client.release();
	}
}

export const forgetRecord = (pool: Pool, id: string): Promise<void> => forget(pool, [id], '');

/** A planted procedure with its record, and those that repeat it. */
export async function forgetProcedure(pool: Pool, ...ids: string[]): Promise<void> {
	const { rows } = await pool.query<{ id: string }>('select id from procedures where id = any($1) or repeats = any($1)', [ids]);
	await forget(
		pool,
		rows.map(({ id }) => id),
		'delete from procedures where id = any($1)'
	);
}

/** A planted house with all its procedures. */
export async function forgetHouse(pool: Pool, houseId: string): Promise<void> {
	const { rows } = await pool.query<{ id: string }>('select id from procedures where property_id = $1', [houseId]);
	await forgetProcedure(pool, ...rows.map(({ id }) => id));
	await pool.query('delete from properties where id = $1', [houseId]);
}

/** Heads of days that a test committed. */
export async function forgetHeads(pool: Pool): Promise<void> {
	await pool.query(`begin; set local session_replication_role = 'replica'; delete from record_leaves; delete from record_heads; commit`);
}
