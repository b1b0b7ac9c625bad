import { sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Changes, Outcome } from '../../../import/import.ts';
import type { Problem } from '../../../import/read-row.ts';

export type PlannedRow = {
	rowNumber: number;
	outcome: Outcome;
	propertyId: string | null;
	raw: string[];
	changes: Changes | null;
	problems: Problem[];
	/** Not written: counted for the report. */
	townAssumed?: boolean;
};

/** A JSON text for a column, or null for nothing; PostgreSQL knows no NUL in texts. */
const json = (value: unknown) => (value === null ? null : JSON.stringify(value).replaceAll('\\u0000', ''));

/** Writes many planned rows in one statement, column by column. */
export async function writeRows(ctx: Ctx, importId: string, rows: PlannedRow[]): Promise<void> {
	if (!rows.length) return;
	const column = (of: (row: PlannedRow) => unknown) => sql.param(rows.map(of));
	await ctx.db.execute(
		sql`insert into import_rows (id, import_id, row_number, outcome, property_id, raw, changes, problems)
			select id, ${importId}::uuid, n, outcome, property_id, raw, changes, problems from unnest(
				${column(() => newId())}::uuid[], ${column((r) => r.rowNumber)}::int[], ${column((r) => r.outcome)}::text[], ${column((r) => r.propertyId)}::uuid[],
				${column((r) => json(r.raw))}::jsonb[], ${column((r) => json(r.changes))}::jsonb[], ${column((r) => json(r.problems.length ? r.problems : null))}::jsonb[]
			) as r(id, n, outcome, property_id, raw, changes, problems)`
	);
}
