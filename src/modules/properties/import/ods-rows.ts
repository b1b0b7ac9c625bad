import type { StreamRow } from 'hucre';
import { streamOdsRows } from 'hucre/ods';
import { limits, tooManyColumns, unreadable } from './refusals.ts';
import { bomb, partsOf, unpack, withoutEntities, zipOf } from './zip-parts.ts';

/** One piece of content.xml: a sheet begins, or a row of the sheet that began last. */
type Piece = { sheet: string } | { row: string; times: number };

const marks = /<table:table(?=[\s>])[^>]*>|<\/table:table>|<table:table-row(?=[\s>/])[^>]*>|<\/table:table-row>/g;
const longestRow = 4 * 1024 * 1024;
/** A row that says "so often" of itself is harmless when it is empty, and a bomb when it is filled. */
const mostTimes = 1000;
const timesOf = (tag: string, what: 'rows' | 'columns') => Number(new RegExp(`number-${what}-repeated="(\\d{1,9})`).exec(tag)?.[1] ?? 1);

function rowOf(row: string): { row: string; times: number } {
	const times = timesOf(row.slice(0, row.indexOf('>')), 'rows');
	const filled = row.includes('<text:p') || row.includes(':value');
	if (filled && times > mostTimes) throw bomb();
	let columns = 0;
	for (const [cell] of row.matchAll(/<table:(?:covered-)?table-cell(?=[\s>/])[^>]*>/g)) {
		const wide = timesOf(cell, 'columns');
		columns += wide;
		if (wide > mostTimes && /:value/.test(cell)) throw tooManyColumns(null);
	}
	if (columns > 100_000) throw tooManyColumns(null);
	return filled ? { row, times } : { row: '', times };
}

const nameOf = (tag: string) => withoutEntities(/table:name="([^"]*)"/.exec(tag)?.[1] ?? '');

/** Cuts content.xml into its sheets and rows while it is unpacked, so that no more than one row is held. */
export async function* odsPieces(bytes: Uint8Array): AsyncGenerator<Piece> {
	const part = partsOf(bytes).find(({ name }) => name === 'content.xml');
	if (!part) return;
	const decoder = new TextDecoder();
	let text = '';
	let row = -1;
	let depth = 0;
	for await (const bytesOf of unpack(bytes, { part, limit: limits.sheetBytes })) {
		text += decoder.decode(bytesOf, { stream: true });
		let done = 0;
		marks.lastIndex = 0;
		for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
			const [tag] = mark;
			const end = mark.index + tag.length;
			if (row >= 0 && tag !== '</table:table-row>') continue;
			if (tag === '</table:table>') depth--;
			else if (!tag.startsWith('<table:table-row') && tag !== '</table:table-row>') {
				if (depth++ === 0) yield { sheet: nameOf(tag) };
			} else if (tag.endsWith('/>')) yield rowOf(tag);
			else if (tag === '</table:table-row>') {
				if (row >= 0) yield rowOf(text.slice(row, end));
				row = -1;
			} else row = mark.index;
			done = row < 0 ? end : done;
		}
		const keep = row >= 0 ? row : Math.max(done, text.lastIndexOf('<'));
		if (row >= 0) row = 0;
		text = text.slice(keep);
		if (text.length > longestRow)
			throw unreadable(
				'record-too-long',
				'Eine Zeile der Arbeitsmappe ist länger als 4 MB. Bitte speichern Sie die Liste neu, am besten als CSV.'
			);
	}
}

const before =
	'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table>';
const after = '</table:table></office:spreadsheet></office:body></office:document-content>';

/**
 * The rows of one sheet of an ODS file. The library that understands the cells wants the whole file in memory, so it is given a few hundred
 * rows at a time, as a small file of their own.
 */
export async function* odsRows(bytes: Uint8Array, sheet: number): AsyncGenerator<StreamRow> {
	let current = -1;
	let [batch, from, line] = ['', 0, 0];
	const understood = async function* (): AsyncGenerator<StreamRow> {
		const file = zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': before + batch + after });
		if (batch) for await (const row of streamOdsRows(file)) yield { ...row, index: from + row.index };
		[batch, from] = ['', line];
	};
	for await (const piece of odsPieces(bytes)) {
		if ('sheet' in piece) {
			if (++current > sheet) break;
			continue;
		}
		if (current !== sheet || line > limits.rows) continue;
		if (!batch) from = line;
		line += piece.times;
		if (piece.row) batch += piece.row;
		else if (batch) batch += `<table:table-row table:number-rows-repeated="${piece.times}"/>`;
		if (batch.length > 250_000 || line - from > 2000) yield* understood();
	}
	yield* understood();
}
