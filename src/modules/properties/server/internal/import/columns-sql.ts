import { getTableColumns, sql } from 'drizzle-orm';
import { groups } from '../../../to-property.ts';
import { properties } from '../../tables.ts';

/** Columns that belong to the register and never to a list. */
const ours = new Set([
	'id',
	'ags',
	'reference',
	'slug',
	'version',
	'created_at',
	'created_by',
	'updated_at',
	'updated_by',
	'provenance',
	'source',
	'is_demo',
	'owner_person_id',
	'lifecycle_state',
	'publication_state',
	'published_at',
	'withdrawn_at',
	'last_confirmed_at',
	'confirmed_by',
	'public_precision',
	'direct_contact'
]);
const columns = getTableColumns(properties);
const importable = Object.values(columns).filter(({ name }) => !ours.has(name));
const names = new Set(importable.map(({ name }) => name));

/** Can a list say something about this column of the register? */
export const isImported = (column: string): boolean => names.has(column);

/** The value of a column, out of a jsonb value of its own. */
function typed(value: (arrow: '->' | '->>') => string, type: string): string {
	if (type === 'jsonb') return value('->');
	if (type.endsWith('[]')) return `array(select jsonb_array_elements_text(${value('->')}))`;
	return type === 'text' ? value('->>') : `(${value('->>')})::${type}`;
}

const words = (fallback: unknown) =>
	typeof fallback === 'string' ? `'${fallback}'` : typeof fallback === 'boolean' ? String(fallback) : null;

/** What a list can write, as column names, and each as an expression over `changes` of a new row; without a word it is the table's default. */
export const importedColumns = sql.raw(importable.map(({ name }) => `"${name}"`).join(', '));
export const importedValues = sql.raw(
	importable
		.map((column) => {
			const value = typed((arrow) => `changes ${arrow} '${column.name}'`, column.getSQLType());
			const fallback = column.getSQLType() === 'jsonb' ? `'{}'` : words(column.default);
			return fallback ? `coalesce(${value}, ${fallback})` : value;
		})
		.join(', ')
);

/**
 * Sets the columns of `p` that the jsonb expression `changes` names, and leaves the others. With a `side` each name holds a before and an
 * after, without it the value itself.
 */
export const setFrom = (changes: string, side?: 'after') =>
	sql.raw(
		importable
			.map((column) => {
				const { name } = column;
				const value = typed(
					(arrow) => (side ? `${changes} -> '${name}' ${arrow} '${side}'` : `${changes} ${arrow} '${name}'`),
					column.getSQLType()
				);
				return `"${name}" = case when ${changes} ? '${name}' then ${value} else p."${name}" end`;
			})
			.join(', ')
	);

const named = (key: string) => columns[key as keyof typeof columns]?.name;

/** Source and Stand of the groups that a new row speaks of; the Stand is the text parameter. */
export const provenanceSql = (asOf: string) => {
	const stamp = sql`jsonb_build_object('source', 'import', 'asOf', ${asOf}::text)`;
	const parts = Object.entries(groups).map(([group, keys]) => {
		const list = keys.map(named).filter((name) => name !== undefined);
		return sql`${sql.raw(`'${group}', case when changes ?| '{${list.join(',')}}' then`)} ${stamp} end`;
	});
	return sql`jsonb_strip_nulls(jsonb_build_object(${sql.join(parts, sql`, `)}))`;
};
