import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { PreparedFilter } from './space-conditions.ts';

/** In a larger register the matches of a frequent word are so many that collecting them costs more than reading from the front. */
const indexUpTo = 400_000;

/**
 * Asks for spaces; where words are searched, by their index. Left to itself the planner reads the table from the front when a word seems frequent and
 * the rows are limited, and takes every text out of its compressed store on the way, which it does not count: up to eight times slower. So a comparison
 * is said to cost twenty times the usual.
 */
export async function askByWords<Row extends Record<string, unknown>>(
	ctx: Ctx,
	{ words }: Pick<PreparedFilter, 'words'>,
	query: SQL
): Promise<Row[]> {
	if (!words) return (await ctx.db.execute<Row>(query)).rows as Row[];
	return ctx.db.transaction(async (db) => {
		await db.execute(sql`select set_config('cpu_operator_cost', '0.05', true), set_config('jit', 'off', true),
			set_config('enable_seqscan', case when reltuples < ${indexUpTo} then 'off' else 'on' end, true)
			from pg_class where oid = 'spaces'::regclass`);
		return (await db.execute<Row>(query)).rows as Row[];
	});
}
