import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { findImport } from './find-import.ts';

/** Why rows are refused: how many for this reason, and the sentence and number of the first of them. */
export type ImportReason = { column: string | null; code: string; count: number; message: string; row: number };

/** The reasons that keep most rows out, so that one glance tells a wrong column from many small mistakes. */
export async function listImportReasons(ctx: Ctx, id: string, limit = 6): Promise<ImportReason[]> {
	await findImport(ctx, id);
	const { rows } = await ctx.db.execute<ImportReason>(sql`
		select p ->> 'column' as "column", p ->> 'code' as code, count(*)::int as count, (array_agg(p ->> 'message' order by r.row_number))[1] as message, min(r.row_number) as row
		from import_rows r, jsonb_array_elements(r.problems) p
		where r.import_id = ${id} and r.outcome = 'rejected' and p ->> 'level' = 'rejected'
		group by 1, 2 order by count desc, row limit ${limit}`);
	return rows;
}
