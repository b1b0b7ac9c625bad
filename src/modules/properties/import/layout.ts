import { foldWords } from './fold.ts';
import { columnNames } from './vocabulary-columns.ts';
import type { TableRow } from './open-table.ts';

export type Skipped = 'title' | 'blank' | 'units' | 'sum' | 'section' | 'header' | 'footer';

/** How a sheet is built: which lines name the columns, and why that was concluded. Lines count from 1. */
export type Layout = {
	headerLines: number[];
	unitsLine: number | null;
	names: string[];
	/** What the lowest header line says by itself, without the groups above. */
	own: string[];
	units: (string | null)[];
	/** A text that a converter wrote into every empty cell (often the title of the sheet). */
	filler: string | null;
	why: string;
};

const known = new Map(columnNames);
const unit =
	/^[([]?\s*(m²|m2|qm|ha|€|eur|euro|tsd\.? ?€|jahr|%|stk\.?|anzahl|t€|€\/m²|€\/monat|ja\/nein|j\/n|tt\.mm\.jjjj|datum|text)\s*[)\]]?$/i;
const isNumberLike = (cell: string) => /^[-+\d.,\s/:%€]+$/.test(cell) && /\d/.test(cell);
const filled = (cells: string[]) => cells.filter((c) => c.trim() !== '');

/** 1 for a column name from our lists, a part for one that contains such a name. */
function nameKnown(cell: string): number {
	const folded = foldWords(cell.replace(/^\s*\(\w\)\s*/, '').replace(/[([].*$/, ''));
	if (known.has(folded) || known.has(foldWords(cell))) return 1;
	if (folded.length > 40) return 0;
	return folded.split(' ').some((word) => word.length > 2 && known.has(word)) ? 0.6 : 0;
}

function headerScore(cells: string[], below: string[][]): number {
	const words = filled(cells);
	if (words.length < Math.min(2, Math.max(...below.map((b) => filled(b).length), 1))) return -1;
	const distinct = new Set(words.map(foldWords)).size / words.length;
	const names = words.reduce((sum, cell) => sum + nameKnown(cell), 0);
	const data = words.filter((c) => isNumberLike(c) || c.length > 60 || /^(https?:|point\s?\()/i.test(c)).length;
	const numbersBelow = below.reduce((sum, row) => sum + row.filter((c, i) => isNumberLike(c) && (cells[i] ?? '').trim() !== '').length, 0);
	return names * 2 + words.length * 0.3 * distinct + Math.min(numbersBelow / Math.max(1, below.length), 5) * 0.3 - data * 1.5;
}

/** A title that stands again and again in the cells of the next lines is a converter's filling, not a text. */
function fillerOf(rows: TableRow[]): string | null {
	const times = new Map<string, number>();
	for (const { cells } of rows.slice(0, 8)) for (const c of filled(cells)) times.set(c, (times.get(c) ?? 0) + 1);
	const [text, n] = [...times].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
	return n >= 8 && text.length > 12 && filled(rows[0]?.cells ?? [])[0] === text ? text : null;
}

export const withoutFiller = (cells: string[], filler: string | null) =>
	filler ? cells.map((c) => (c.trim() === filler ? '' : c)) : cells;

const isUnits = (words: string[]) => words.length > 0 && words.filter((c) => unit.test(c.trim())).length >= words.length * 0.6;

/** Does this row continue the header above it? Words only, no data, and it stands before the first row with numbers. */
function continues(cells: string[], header: string[]): boolean {
	const words = filled(cells);
	if (words.length < 1 || isUnits(words) || words.some((c) => isNumberLike(c) || c.length > 50 || /^https?:/.test(c))) return false;
	return (
		words.reduce((sum, c) => sum + nameKnown(c), 0) >= Math.max(1, words.length * 0.4) ||
		(words.length <= header.length / 3 && words.every((c) => c.length < 25 && c === c.toLowerCase()))
	);
}

/**
 * Finds the lines that name the columns by their contents, among the first lines of a sheet.
 * @param rows the first lines, blanks included
 */
export function findLayout(rows: TableRow[]): Layout {
	const filler = fillerOf(rows);
	const clean = rows.map((r) => ({ line: r.line, cells: withoutFiller(r.cells, filler).map((c) => c.trim()) }));
	const candidates = clean.slice(0, 60).map((row, i) => ({
		i,
		score:
			headerScore(
				row.cells,
				clean.slice(i + 1, i + 6).map((r) => r.cells)
			) -
			i * 0.05
	}));
	const best = candidates.reduce((a, b) => (b.score > a.score ? b : a), { i: 0, score: -1 });
	const first = groupAbove(clean, best.i);
	let last = best.i;
	while (last + 1 < clean.length && last - first < 3 && continues(clean[last + 1]!.cells, clean[best.i]!.cells)) last++;
	const next = clean[last + 1];
	const words = filled(next?.cells ?? []);
	const unitsRow = next && isUnits(words) ? next : null;
	const header = clean.slice(first, last + 1);
	return {
		...describe(header),
		unitsLine: unitsRow?.line ?? null,
		units: unitsRow ? unitsRow.cells.map((c) => (unit.test(c) ? c : null)) : [],
		filler
	};
}

/** A line of group names right above ("Adresse", "", "Flächen", ""): fewer cells, no numbers, more than a title. */
function groupAbove(rows: TableRow[], at: number): number {
	const above = rows[at - 1];
	const words = filled(above?.cells ?? []);
	const width = filled(rows[at]?.cells ?? []).length;
	const tidy = words.length >= 2 && !words.some((c) => isNumberLike(c) || c.length > 45);
	const isHeader = words.reduce((sum, c) => sum + nameKnown(c), 0) >= 2;
	return tidy && (words.length < width || isHeader) ? at - 1 : at;
}

function describe(header: TableRow[]): Pick<Layout, 'headerLines' | 'names' | 'own' | 'why'> {
	const width = Math.max(0, ...header.map((r) => r.cells.length));
	const carried = header.slice(0, -1).map(({ cells }) => {
		let group = '';
		return Array.from({ length: width }, (_, i) => (group = (cells[i] ?? '').trim() || (filled(cells).length < width / 2 ? group : '')));
	});
	const names = Array.from({ length: width }, (_, i) => {
		const parts = [...carried.map((row) => row[i] ?? ''), (header.at(-1)?.cells[i] ?? '').trim()].filter(Boolean);
		return [...new Set(parts)].join(' ');
	});
	const recognised = names.filter((n) => nameKnown(n) > 0).length;
	const lines = header.map((r) => r.line);
	const place = lines.length > 1 ? `Zeilen ${lines[0]} bis ${lines.at(-1)}` : `Zeile ${lines[0] ?? 1}`;
	const own = names.map((_, i) => (header.at(-1)?.cells[i] ?? '').trim());
	return {
		headerLines: lines,
		names,
		own,
		why: `${place}: ${recognised} von ${filled(names).length} Spaltennamen sind bekannt, darunter beginnen die Daten.`
	};
}

const sumWords = /^(zwischen)?(summe|gesamt|gesamtsumme|gesamtergebnis|total|insgesamt|durchschnitt|anzahl|mittelwert|Σ|ergebnis)\b/i;
const footerWords = /^(stand\b|quelle|hinweis:|legende|anmerkung:|erstellt|\*|seite \d|bearbeitet|druckdatum|abkürzung|©)/i;

/** Do all but a few of the filled cells say what the header says above them? Almost no row does, so it ends at the first cells. */
function repeatsNames(cells: string[], { names }: Layout, few: number): boolean {
	let strangers = 0;
	for (const [i, cell] of cells.entries()) {
		if (cell.trim() === '') continue;
		const folded = foldWords(cell);
		if (folded === '' || !foldWords(names[i] ?? '').endsWith(folded)) strangers++;
		if (strangers > few) return false;
	}
	return true;
}

/** What a line below the header is: null for data, else why it is passed over. */
export function lineKind(cells: string[], layout: Layout): Exclude<Skipped, 'title'> | null {
	const words = filled(cells).map((c) => c.trim());
	const [first = ''] = words;
	if (words.length === 0) return 'blank';
	if (sumWords.test(first) && words.slice(1).every((c) => isNumberLike(c) || /^\W*$/.test(c) || sumWords.test(c) || unit.test(c)))
		return 'sum';
	const columns = filled(layout.names).length;
	if (footerWords.test(first) && words.length <= 2 && columns > 2) return 'footer';
	if (words.length >= 2 && repeatsNames(cells, layout, words.length * 0.2)) return 'header';
	if (words.length >= 2 && words.every((c) => unit.test(c))) return 'units';
	if (words.length === 1 && columns >= 4 && !/\d/.test(first) && first.length < 80) return 'section';
	return null;
}

/** The same header gives the same signature, whatever its order of lines and upper case. */
export const headerSignature = (names: string[]) => names.map(foldWords).join('|');
