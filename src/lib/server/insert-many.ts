import { getTableColumns, sql, type Table } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from './db.ts';

/**
 * Inserts many rows as one parameter instead of one for each value; a row that is there already is passed over. Columns that a row does not name are null, so
 * the table must not rely on defaults.
 */
export async function insertMany<T extends PgTable>(db: Db, table: T, rows: readonly T['$inferInsert'][]): Promise<void> {
	if (!rows.length) return;
	const names = Object.entries(getTableColumns(table as Table)).map(([key, column]) => [key, column.name] as const);
	const json = JSON.stringify(
		rows.map((row) => Object.fromEntries(names.map(([key, name]) => [name, (row as Record<string, unknown>)[key] ?? null])))
	);
	await db.execute(sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${json}::jsonb) on conflict do nothing`);
}
