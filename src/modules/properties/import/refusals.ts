import { Refusal } from '#lib/refusal.ts';

/** What one file may hold. A town's list is far below all of it; above it somebody means harm or sends the wrong file. */
export const limits = {
	fileBytes: 60 * 1024 * 1024,
	rows: 250_000,
	columns: 500,
	/** One record of a CSV file, in bytes. */
	recordBytes: 1024 * 1024,
	/** All cells of all rows together: a small workbook can name one long text a million times. */
	letters: 250_000_000,
	/** One workbook part after unpacking. Sheets are streamed; the shared strings of XLSX are held in memory. */
	sheetBytes: 600 * 1024 * 1024,
	heldBytes: 80 * 1024 * 1024,
	packedRatio: 250
} as const;

/** A file that cannot be read as a table: a sentence for the person who sent it, and nothing was changed. */
export const unreadable = (code: string, message: string): Refusal => new Refusal(422, code, { message, field: 'file' });

export const tooManyColumns = (line: number | null) =>
	unreadable(
		'too-many-columns',
		`${line ? `Zeile ${line} hat` : 'Die Tabelle hat'} mehr als ${limits.columns} Spalten. Das ist vermutlich nicht die richtige Datei; bitte löschen Sie überzählige Spalten und speichern Sie neu.`
	);
