import { guessColumns } from './columns.ts';
import type { FieldId } from './fields.ts';
import { findLayout } from './layout.ts';
import { lineCounter } from './line-counter.ts';
import type { Sheet, Table, TableRow } from './open-table.ts';
import { Refusal, refused } from '#lib/refusal.ts';

/** More sheets than a person looks through. */
const looked = 20;
const places: ReadonlySet<FieldId> = new Set<FieldId>(['address', 'street', 'houseNumber', 'postalCode', 'city', 'point', 'lat', 'lon']);

/** The first lines of a sheet; none when it is a chart or broken, which only matters once it is chosen. */
async function headOf(table: Table, { sheet, lines }: { sheet: number; lines: number }): Promise<TableRow[]> {
	const head: TableRow[] = [];
	try {
		for await (const { line, cells } of table.rows(sheet))
			if (head.push({ line, cells: cells.map((cell) => cell.slice(0, 300)) }) >= lines) break;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
	}
	return head;
}

/** How much a sheet looks like a list of houses: columns that say where, other columns that are known, and rows below them. */
function likeness(head: TableRow[]): number {
	if (head.length < 2) return 0;
	const layout = findLayout(head);
	const { dataOf } = lineCounter(layout);
	const rows = head.flatMap((row) => {
		const data = dataOf(row);
		return data ? [data.cells] : [];
	});
	if (!rows.length) return 0;
	const known = guessColumns(layout, rows).filter((c) => c.field !== 'other' && c.field !== 'ignore' && c.confidence > 0.5);
	const where = known.filter((c) => places.has(c.field)).length;
	return (where ? 10 + where * 2 : 0) + known.length + Math.min(rows.length, 100) / 100;
}

/** The sheet whose table looks most like addresses, the first of equals. Reads a few lines of each. */
export async function guessSheet(table: Table): Promise<number> {
	if (table.sheets.length < 2) return table.sheets[0]?.index ?? 0;
	let best = { index: table.sheets[0]!.index, score: -1 };
	for (const { index } of table.sheets.slice(0, looked)) {
		const score = likeness(await headOf(table, { sheet: index, lines: 80 }));
		if (score > best.score) best = { index, score };
	}
	return best.index;
}

/**
 * The sheet that somebody names: by its name, else by its number as people count, from 1.
 * @throws Refusal that lists the sheets there are
 */
export function sheetNamed(sheets: Sheet[], wanted: string): number {
	const found = sheets.find(({ name }) => name === wanted.trim()) ?? sheets.find((_, i) => String(i + 1) === wanted.trim());
	if (found) return found.index;
	const names = sheets.map(({ name }) => `„${name}“`).join(', ');
	throw refused(
		'sheet-unknown',
		names
			? `Ein Blatt „${wanted.slice(0, 80)}“ gibt es in der Datei nicht. Es gibt: ${names}.`
			: 'Diese Datei hat keine Blätter; lassen Sie die Angabe weg.',
		'sheet'
	);
}
