import { Readable } from 'node:stream';
import { parse, CsvError } from 'csv-parse';
import { streamXlsxRows } from 'hucre/xlsx';
import { decode, fileKind, textEncoding, type Encoding } from './bytes.ts';
import { sniffDelimiter } from './delimiter.ts';
import { odsRows } from './ods-rows.ts';
import { inlineTexts } from './inline-texts.ts';
import { limits, tooManyColumns, unreadable } from './refusals.ts';
import { guardWorkbook } from './workbook-guard.ts';
import { Refusal } from '#lib/refusal.ts';

/** `line` counts as the spreadsheet program does: from 1, titles and blanks included. */
export type TableRow = { line: number; cells: string[] };
/** A sheet that people see in the spreadsheet program; `index` counts hidden ones too, from 0. */
export type Sheet = { index: number; name: string };
export type Table = {
	kind: 'csv' | 'xlsx' | 'ods';
	encoding: Encoding | null;
	delimiter: string | null;
	/** Empty for a text file. */
	sheets: Sheet[];
	/** Reads one sheet from the start; may be called again. */
	rows: (sheet?: number) => AsyncGenerator<TableRow>;
};

/**
 * Any file a town sends, as rows of texts. Numbers of workbooks arrive with a decimal comma, dates as ISO, formulas as their last value.
 * @throws Refusal with a German sentence when it is no table, now or while reading.
 */
export async function openTable(bytes: Uint8Array): Promise<Table> {
	if (fileKind(bytes) === 'zip') {
		const { kind, sheets } = await guardWorkbook(bytes);
		const light = kind === 'xlsx' ? await inlineTexts(bytes) : bytes;
		return { kind, encoding: null, delimiter: null, sheets, rows: (sheet = 0) => checked(workbookRows(light, { kind, sheet })) };
	}
	const encoding = textEncoding(bytes);
	const delimiter = sniffDelimiter(headOf(bytes, encoding));
	return { kind: 'csv', encoding, delimiter, sheets: [], rows: () => checked(csvRows(bytes, { encoding, delimiter })) };
}

function headOf(bytes: Uint8Array, encoding: Encoding): string {
	let head = '';
	for (const text of decode(bytes, encoding)) {
		head += text;
		if (head.length > 60_000) break;
	}
	return head.slice(0, 60_000);
}

async function* csvRows(bytes: Uint8Array, { encoding, delimiter }: { encoding: Encoding; delimiter: string }): AsyncGenerator<TableRow> {
	const parser = parse({
		delimiter,
		relax_quotes: true,
		relax_column_count: true,
		skip_empty_lines: false,
		max_record_size: limits.recordBytes,
		record_delimiter: ['\r\n', '\n', '\r']
	});
	const source = Readable.from(decode(bytes, encoding));
	source.on('error', (error) => parser.destroy(error));
	source.pipe(parser);
	let line = 0;
	try {
		for await (const cells of parser) yield { line: ++line, cells: cells as string[] };
	} catch (error) {
		throw error instanceof CsvError ? notReadable(error, line + 1) : error;
	} finally {
		source.destroy();
	}
}

function notReadable(error: CsvError, line: number) {
	if (error.code === 'CSV_MAX_RECORD_SIZE')
		return unreadable(
			'record-too-long',
			`Zeile ${line} ist länger als 1 MB. Meist fehlt dort ein schließendes Anführungszeichen. Bitte prüfen Sie die Zeile.`
		);
	return unreadable(
		'broken-quotes',
		`Ab Zeile ${line} stimmen die Anführungszeichen nicht. Bitte prüfen Sie die Zeile oder speichern Sie die Liste als XLSX.`
	);
}

async function* workbookRows(bytes: Uint8Array, { kind, sheet }: { kind: 'xlsx' | 'ods'; sheet: number }): AsyncGenerator<TableRow> {
	let line = 0;
	try {
		for await (const row of kind === 'xlsx' ? streamXlsxRows(bytes, { sheet }) : odsRows(bytes, sheet)) {
			while (line < row.index && line < limits.rows) yield { line: ++line, cells: [] };
			line = row.index + 1;
			if (row.values.length > limits.columns && row.values.slice(limits.columns).some((v) => v !== null && v !== ''))
				throw tooManyColumns(line);
			yield { line, cells: row.values.slice(0, limits.columns).map(textOf) };
		}
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw unreadable(
			'broken-workbook',
			'Die Arbeitsmappe ließ sich nicht lesen. Bitte öffnen Sie sie im Tabellenprogramm und speichern Sie sie neu.'
		);
	}
}

function textOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return numberText(value);
	if (typeof value === 'boolean') return value ? 'ja' : 'nein';
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
	return String(value).replaceAll('\0', '');
}

/** The decimal comma keeps 1.234 metres apart from the German thousand. */
const numberText = (n: number) => (Number.isFinite(n) ? String(Number(n.toPrecision(15))).replace('.', ',') : '');

async function* checked(rows: AsyncGenerator<TableRow>): AsyncGenerator<TableRow> {
	let filled = 0;
	let letters = 0;
	for await (const row of rows) {
		if (row.cells.length > limits.columns) {
			if (row.cells.slice(limits.columns).some((c) => c.trim() !== '')) throw tooManyColumns(row.line);
			row.cells.length = limits.columns;
		}
		const length = row.cells.reduce((sum, cell) => sum + cell.length, 0);
		if (length > limits.recordBytes)
			throw unreadable('record-too-long', `Zeile ${row.line} enthält mehr als eine Million Zeichen. Bitte kürzen Sie die Zeile.`);
		if ((letters += length) > limits.letters)
			throw unreadable(
				'too-large-unpacked',
				'Die Liste enthält zu viel Text. Bitte löschen Sie lange Textspalten oder teilen Sie die Liste in mehrere Dateien.'
			);
		if (++filled > limits.rows)
			throw unreadable(
				'too-many-rows',
				`Die Liste hat mehr als ${limits.rows.toLocaleString('de-DE')} Zeilen. Bitte teilen Sie sie in mehrere Dateien.`
			);
		yield row;
	}
}
