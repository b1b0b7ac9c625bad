import { foldWords } from './fold.ts';
import { lineKind, withoutFiller, type Layout, type Skipped } from './layout.ts';
import type { TableRow } from './open-table.ts';

export type DataRow = { line: number; cells: string[]; section: string | null };

/** Sorts the lines of a sheet: data is passed on, everything else is counted. */
export function lineCounter(layout: Layout) {
	const lines: Partial<Record<Skipped, number>> = {};
	const first = Math.min(...layout.headerLines);
	const last = Math.max(...layout.headerLines, layout.unitsLine ?? 0);
	let section: string | null = null;
	const count = (kind: Skipped) => (lines[kind] = (lines[kind] ?? 0) + 1);
	return {
		lines,
		/** The row, or null when the line is no data. */
		dataOf: (row: TableRow): DataRow | null => {
			if (row.line < first) count(row.cells.some((c) => c.trim()) ? 'title' : 'blank');
			if (row.line <= last) return null;
			const cells = withoutFiller(row.cells, layout.filler);
			const kind = lineKind(cells, layout);
			if (kind) count(kind);
			if (kind === 'section') section = foldWords(cells.find((c) => c.trim()) ?? '') ? (cells.find((c) => c.trim()) ?? null) : null;
			return kind ? null : { line: row.line, cells, section };
		}
	};
}

export const skippedLines = (lines: Partial<Record<Skipped, number>>) => Object.values(lines).reduce((sum, n) => sum + n, 0);
