import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Outcome } from '../../import/import.ts';
import { importRows } from '../import-tables.ts';
import { properties } from '../tables.ts';
import { findImport } from './find-import.ts';

export type ImportRow = Pick<typeof importRows.$inferSelect, 'rowNumber' | 'outcome' | 'raw' | 'changes' | 'problems' | 'propertyId'> & {
	title: string | null;
};
export type RowQuery = { id: string; show: Outcome | 'notices'; page?: number; size?: number };

/** The rows of an import by what they would do or did, in pages. */
export async function listImportRows(ctx: Ctx, { id, show, page = 1, size = 25 }: RowQuery): Promise<{ rows: ImportRow[]; total: number }> {
	await findImport(ctx, id);
	const wanted = and(
		eq(importRows.importId, id),
		show === 'notices' ? and(isNotNull(importRows.problems), sql`${importRows.outcome} <> 'rejected'`) : eq(importRows.outcome, show)
	);
	const rows = await ctx.db
		.select({
			rowNumber: importRows.rowNumber,
			outcome: importRows.outcome,
			raw: importRows.raw,
			changes: importRows.changes,
			problems: importRows.problems,
			propertyId: importRows.propertyId,
			title: properties.title
		})
		.from(importRows)
		.leftJoin(properties, eq(properties.id, importRows.propertyId))
		.where(wanted)
		.orderBy(asc(importRows.rowNumber))
		.limit(size)
		.offset((Math.max(1, page) - 1) * size);
	return { rows, total: await ctx.db.$count(importRows, wanted) };
}
