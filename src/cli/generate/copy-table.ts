import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { PoolClient } from 'pg';
import { copyInto } from '#lib/server/copy.ts';

/** COPY typed rows into a drizzle table; the columns are those of the first row. */
export async function copyTable<T extends PgTable>(client: PoolClient, table: T, rows: InferInsertModel<T>[]): Promise<void> {
	const [first] = rows;
	if (!first) return;
	const all = getTableColumns(table);
	const keys = Object.keys(first).filter((key) => key in all);
	const isJson = new Set(keys.filter((key) => all[key]?.dataType === 'json'));
	const values = rows.map((row) =>
		keys.map((key) => {
			const value = (row as Record<string, unknown>)[key];
			return isJson.has(key) && value != null ? JSON.stringify(value) : value;
		})
	);
	await copyInto(client, { table: getTableName(table), columns: keys.map((key) => all[key]?.name ?? key) }, values);
}
