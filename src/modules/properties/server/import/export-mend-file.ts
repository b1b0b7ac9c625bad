import { and, asc, eq, gt } from 'drizzle-orm';
import { stringify } from 'csv-stringify/sync';
import type { Ctx } from '#modules/people/actor.ts';
import { letters } from '../../import/columns.ts';
import { importRows } from '../import-tables.ts';
import { findImport } from './find-import.ts';

/** A spreadsheet would run cells that begin so as formulas; a quote in front makes them text again. Numbers stay numbers. */
const harmless = (cell: string) => (/^[=+\-@\t\r]/.test(cell) && !/^[+-]?[\d.,\s]+$/.test(cell) ? `'${cell}` : cell);

export const reasonColumn = 'Bitte ändern';

/**
 * The refused rows as CSV (UTF-8 with mark, semicolons): the same columns and one more that says what to mend. It can be uploaded again;
 * the reason is passed over then.
 */
export async function* exportMendFile(ctx: Ctx, id: string): AsyncGenerator<string> {
	const found = await findImport(ctx, id);
	const width = Math.max(found.layout?.names.length ?? 0, ...(found.mapping?.columns ?? []).map((c) => c.index + 1));
	const names = Array.from({ length: width }, (_, i) => found.layout?.names[i] || `Spalte ${letters(i)}`);
	const options = { delimiter: ';', record_delimiter: '\r\n' } as const;
	yield `\uFEFF${stringify([[...names, reasonColumn].map(harmless)], options)}`;
	for (let after = -1; ;) {
		const rows = await ctx.db
			.select({ n: importRows.rowNumber, raw: importRows.raw, problems: importRows.problems })
			.from(importRows)
			.where(and(eq(importRows.importId, id), eq(importRows.outcome, 'rejected'), gt(importRows.rowNumber, after)))
			.orderBy(asc(importRows.rowNumber))
			.limit(1000);
		if (!rows.length) return;
		yield stringify(
			rows.map((r) => [...names.map((_, i) => harmless(r.raw[i] ?? '')), reasonOf(r)]),
			options
		);
		after = rows.at(-1)!.n;
	}
}

const reasonOf = ({ n, problems }: { n: number; problems: { message: string; level: string }[] | null }) =>
	`Zeile ${n}: ${(problems ?? [])
		.filter((p) => p.level === 'rejected')
		.map((p) => p.message)
		.join(' ')}`;
