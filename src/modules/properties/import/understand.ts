import { guessColumns } from './columns.ts';
import { fields, isField, shared, type Column, type FieldId } from './fields.ts';
import { foldWords } from './fold.ts';
import type { FileFacts } from './import.ts';
import { findLayout, headerSignature } from './layout.ts';
import { lineCounter } from './line-counter.ts';
import { openTable, type TableRow } from './open-table.ts';
import { unreadable } from './refusals.ts';
import { guessSheet, sheetNamed } from './sheets.ts';

export type Understood = { layout: FileFacts; columns: Column[]; signature: string; samples: string[][] };

const sampleLines = 400;

/**
 * Reads a whole file once: how it is built, what its columns seem to mean, how many lines it has.
 * @param wanted name or number (from 1) of a sheet; without it the one that looks most like a list of addresses
 * @throws Refusal when it is no table, holds no data row, or not that sheet
 */
export async function understand(bytes: Uint8Array, wanted?: string): Promise<Understood> {
	const table = await openTable(bytes);
	const { kind, encoding, delimiter, sheets } = table;
	const sheet = wanted ? sheetNamed(sheets, wanted) : await guessSheet(table);
	const head: TableRow[] = [];
	let lines = 0;
	for await (const row of table.rows(sheet)) {
		lines++;
		if (head.length < sampleLines) head.push({ line: row.line, cells: row.cells.map((cell) => cell.slice(0, 300)) });
	}
	const layout: FileFacts = { ...findLayout(head), kind, encoding, delimiter, lines, sheets, sheet };
	const counter = lineCounter(layout);
	const samples = head.flatMap((row) => {
		const data = counter.dataOf(row);
		return data ? [data.cells] : [];
	});
	if (samples.length === 0)
		throw unreadable(
			'no-rows',
			sheets.length > 1
				? `Auf dem Blatt „${sheets.find(({ index }) => index === sheet)?.name}“ steht keine Datenzeile unter der Kopfzeile. Bitte wählen Sie ein anderes Blatt.`
				: 'In der Datei steht keine Datenzeile unter der Kopfzeile. Bitte prüfen Sie, ob es die richtige Datei ist.'
		);
	return { layout, columns: guessColumns(layout, samples), signature: headerSignature(layout.names), samples };
}

/** Applies what a person chose, by number of column; a field taken twice stays with the first. */
export function chooseColumns(columns: Column[], chosen: Record<string, string>): Column[] {
	const taken = new Set<FieldId>();
	return columns.map((column) => {
		const wish = chosen[String(column.index)];
		const field = wish !== undefined && isField(wish) ? wish : column.field;
		const free = shared.has(field) || !taken.has(field);
		taken.add(field);
		const kept = free ? field : 'other';
		return kept === column.field
			? column
			: { ...column, field: kept, confidence: 1, why: free ? 'von Ihnen gewählt' : `„${fields[field].label}“ ist schon vergeben` };
	});
}

/** Fields that two columns were given; people should know before the first one wins. */
export function takenTwice(chosen: Record<string, string>): FieldId[] {
	const all = Object.values(chosen).filter((f): f is FieldId => isField(f) && !shared.has(f));
	return [...new Set(all.filter((f, i) => all.indexOf(f) !== i))];
}

/** The choice of last time, by the names of the columns. */
export function recallColumns(columns: Column[], remembered: Record<string, string>): Column[] {
	return columns.map((column) => {
		const field = remembered[foldWords(column.name)];
		return field !== undefined && isField(field) ? { ...column, field, confidence: 1, why: 'wie beim letzten Mal' } : column;
	});
}

/** What is worth remembering of these columns, by their names. */
export const rememberedBy = (columns: Column[]): Record<string, string> =>
	Object.fromEntries(columns.map((c) => [foldWords(c.name), c.field]));

/** The columns that a person gave another meaning than they had. */
export const corrected = (before: Column[], after: Column[]): Column[] =>
	after.filter(({ index, field }) => before.find((c) => c.index === index)?.field !== field);
