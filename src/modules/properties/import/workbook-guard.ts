import { odsPieces } from './ods-rows.ts';
import type { Sheet } from './open-table.ts';
import { limits, unreadable } from './refusals.ts';
import { bomb, broken, partsOf, unpack, unpackText, withoutEntities, type Part } from './zip-parts.ts';

const held = (name: string) => /sharedStrings\.xml$|styles\.xml$|workbook\.xml$/i.test(name);
const needed = (name: string) => /\.(xml|rels)$/i.test(name);

const cellTooLong = () =>
	unreadable('record-too-long', 'Eine Zelle der Arbeitsmappe ist länger als 1 MB. Bitte kürzen Sie den Text und speichern Sie neu.');

/** Counts what really comes out, because the declared size may lie, and how long a text goes on without a tag; holds nothing. */
async function guardSize(bytes: Uint8Array, part: Part): Promise<void> {
	const limit = held(part.name) ? limits.heldBytes : limits.sheetBytes;
	if (part.unpacked > limit && part.unpacked !== 0xffffffff) throw bomb();
	let size = 0;
	let run = 0;
	for await (const piece of unpack(bytes, { part, limit })) {
		size += piece.length;
		const tag = piece.indexOf(0x3c);
		if (run + (tag < 0 ? piece.length : tag) > limits.recordBytes) throw cellTooLong();
		run = tag < 0 ? run + piece.length : piece.length - piece.lastIndexOf(0x3c);
	}
	if (size > 20 * 1024 * 1024 && size / Math.max(1, part.packed) > limits.packedRatio) throw bomb();
}

async function xlsxSheets(bytes: Uint8Array, part: Part): Promise<Sheet[]> {
	const text = await unpackText(bytes, { part, limit: limits.heldBytes });
	const all = [...text.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, attributes = ''], index) => ({
		index,
		name: withoutEntities(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? '').slice(0, 100),
		hidden: /\bstate="(hidden|veryHidden)"/.test(attributes)
	}));
	const seen = all.filter(({ hidden }) => !hidden);
	return (seen.length ? seen : all).map(({ index, name }) => ({ index, name }));
}

/** One walk through the whole file also meets every row that would grow without bounds. */
async function odsSheets(bytes: Uint8Array): Promise<Sheet[]> {
	const sheets: Sheet[] = [];
	for await (const piece of odsPieces(bytes)) if ('sheet' in piece) sheets.push({ index: sheets.length, name: piece.sheet.slice(0, 100) });
	return sheets;
}

/**
 * Refuses a zip that is no workbook, is broken, or would grow without bounds, before a reader unpacks it.
 * @returns which of the two workbook formats it is, and its sheets
 */
export async function guardWorkbook(bytes: Uint8Array): Promise<{ kind: 'xlsx' | 'ods'; sheets: Sheet[] }> {
	let parts: Part[];
	try {
		parts = partsOf(bytes);
	} catch {
		throw broken();
	}
	if (parts.length > 5000) throw bomb();
	const book = parts.find((p) => p.name === 'xl/workbook.xml');
	if (!book && !parts.some((p) => p.name === 'content.xml'))
		throw unreadable(
			'archive',
			'Das ist ein Archiv oder ein anderes Dokument, keine Tabelle. Gebraucht wird die Liste als XLSX, ODS oder CSV.'
		);
	for (const part of parts.filter((p) => needed(p.name))) await guardSize(bytes, part);
	return book ? { kind: 'xlsx', sheets: await xlsxSheets(bytes, book) } : { kind: 'ods', sheets: await odsSheets(bytes) };
}
