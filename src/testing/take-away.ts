import type { Pool } from 'pg';

const kept = [
	['procedures', 'procedures_with_record_stay'],
	['record_entries', 'record_entries_are_kept']
] as const;

/** Takes a procedure with its record and its house away again, which no command and no statement of the house can: for tests that have to commit. */
export async function takeAway(pool: Pool, { id, houseId }: { id: string; houseId: string }): Promise<void> {
	const client = await pool.connect();
	const switched = async (how: 'disable' | 'enable') => {
		for (const [table, trigger] of kept) await client.query(`alter table ${table} ${how} trigger ${trigger}`);
	};
	try {
		await client.query('begin');
		await switched('disable');
		await client.query('delete from procedures where id = $1', [id]);
		await client.query('delete from properties where id = $1', [houseId]);
		for (const table of ['seals', 'opener_keys']) await client.query(`delete from ${table} where subject_id = $1`, [id]);
		for (const table of ['record_secrets', 'record_entries', 'record_chains'])
			await client.query(`delete from ${table} where record_id = $1`, [id]);
		await client.query('set constraints all immediate');
		await switched('enable');
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	} finally {
		client.release();
	}
}
