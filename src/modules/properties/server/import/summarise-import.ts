import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { emptyReport, type PublicReport } from '../../import/import.ts';
import { importRows } from '../import-tables.ts';
import { findImport } from './find-import.ts';

const most = 5000;

/** The report of an import for machines, as the contract names it; the same from the command line and the API. */
export async function summariseImport(ctx: Ctx, id: string): Promise<PublicReport> {
	const found = await findImport(ctx, id);
	const told = and(eq(importRows.importId, id), isNotNull(importRows.problems));
	const rows = await ctx.db
		.select({ row: importRows.rowNumber, problems: importRows.problems })
		.from(importRows)
		.where(told)
		.orderBy(asc(importRows.rowNumber))
		.limit(most);
	const [all] = await ctx.db
		.select({ n: sql<number>`coalesce(sum(jsonb_array_length(${importRows.problems})), 0)::int` })
		.from(importRows)
		.where(told);
	const problems = rows.flatMap(({ row, problems: list }) =>
		(list ?? []).map(({ column, code, message, level }) => ({ row, column, code, message, level }))
	);
	const mapping = (found.mapping?.columns ?? []).map(({ name, field, confidence, why }) => ({ column: name, field, confidence, why }));
	return {
		id,
		state: found.state,
		...emptyReport,
		...found.report,
		problems: problems.slice(0, most),
		problemCount: all?.n ?? 0,
		mapping
	};
}
