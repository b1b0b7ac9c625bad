import type { ClientBase } from 'pg';

export type Table = { name: string; columns: string[]; estimate: number };

const tablesQuery = `
	select c.relname as name, greatest(c.reltuples, 0)::float8 as estimate,
		(select array_agg(a.attname::text order by a.attnum) from pg_attribute a
			where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
	from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'public_changes' order by c.relname`;

const referencesQuery = `
	select r.relname as child, p.relname as parent from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_class p on p.oid = k.confrelid
	where k.contype = 'f' and k.connamespace = 'public'::regnamespace and r.oid <> p.oid`;

/**
 * Every table of ours (but `public_changes`, which speaks of transactions of this one server), those that others refer to first, so that it can be filled in this order. Columns the
 * database computes are left out.
 */
export async function listTables(client: ClientBase): Promise<Table[]> {
	const { rows: tables } = await client.query<Table>(tablesQuery);
	const { rows: references } = await client.query<{ child: string; parent: string }>(referencesQuery);
	const ordered: Table[] = [];
	let rest = tables;
	while (rest.length) {
		const waiting = new Set(rest.map(({ name }) => name));
		const free = rest.filter(({ name }) => !references.some((r) => r.child === name && waiting.has(r.parent)));
		if (!free.length) throw new Error(`tables refer to each other in a circle: ${[...waiting].join(', ')}`);
		ordered.push(...free);
		rest = rest.filter((table) => !free.includes(table));
	}
	return ordered;
}

export async function listMigrations(client: ClientBase): Promise<string[]> {
	const { rows } = await client.query<{ hash: string }>('select hash from drizzle.__drizzle_migrations order by created_at');
	return rows.map(({ hash }) => hash);
}

export async function listSequences(client: ClientBase): Promise<{ name: string; value: string }[]> {
	const { rows } = await client.query<{ name: string; value: string }>(
		"select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public' and last_value is not null"
	);
	return rows;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const columnList = (columns: string[]): string => columns.map(quoted).join(', ');
