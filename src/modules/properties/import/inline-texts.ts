import { crc32, createDeflateRaw } from 'node:zlib';
import { limits, unreadable } from './refusals.ts';
import { packedBytes, partsOf, unpack, zipOf, type Part } from './zip-parts.ts';

/** The library reads the shared texts of a workbook into a tree of objects, fifteen times their size. Below this it may. */
const enough = 1024 * 1024;

const cellTooLarge = () =>
	unreadable('record-too-long', 'Eine Zelle der Arbeitsmappe ist länger als 1 MB. Bitte kürzen Sie den Text und speichern Sie neu.');

/** A part as text, cut behind an end that the pattern finds, so that no element is torn. The rest without such an end comes last. */
async function* piecesOf(bytes: Uint8Array, { part, limit, ends }: { part: Part; limit: number; ends: RegExp }): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const piece of unpack(bytes, { part, limit })) {
		text += decoder.decode(piece, { stream: true });
		let cut = 0;
		for (const found of text.matchAll(ends)) cut = found.index + found[0].length;
		if (cut) yield text.slice(0, cut);
		text = text.slice(cut);
		if (text.length > 4 * limits.recordBytes) throw cellTooLarge();
	}
	yield text + decoder.decode();
}

/** Texts by their number, as the XML they are, one after the other in one piece of memory. */
type Texts = (index: number) => string;

async function readTexts(bytes: Uint8Array, part: Part): Promise<Texts> {
	const kept: Buffer[] = [];
	const starts = [0];
	let at = 0;
	for await (const text of piecesOf(bytes, { part, limit: limits.heldBytes, ends: /<\/(?:\w+:)?si>|<(?:\w+:)?si\s*\/>/g })) {
		const texts = [...text.matchAll(/<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g)].map(([, inside = '']) => {
			const spoken = inside.replace(/<((?:\w+:)?)rPh\b[\s\S]*?<\/\1rPh>/g, '');
			return [...spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)].map(([, words]) => words).join('');
		});
		for (const words of texts) starts.push((at += Buffer.byteLength(words)));
		kept.push(Buffer.from(texts.join('')));
	}
	const all = Buffer.concat(kept);
	return (index) => all.toString('utf8', starts[index] ?? at, starts[index + 1] ?? at);
}

const textCell =
	/<(?<p>(?:\w+:)?)c(?<before>\s(?:[^>]*\s)?)t=(["'])s\3(?<after>[^>]*)>\s*<\k<p>v(?:\s[^>]*)?>\s*(?<n>\d+)\s*<\/\k<p>v>\s*<\/\k<p>c>/g;

/** Writes the texts into the cells that only name their number. */
const filled = (xml: string, texts: Texts): string =>
	xml.replace(textCell, (...found) => {
		const { p = '', before = '', after = '', n } = found.at(-1) as Record<string, string>;
		return `<${p}c${before}t="inlineStr"${after}><${p}is><${p}t xml:space="preserve">${texts(Number(n))}</${p}t></${p}is></${p}c>`;
	});

async function rewritten(bytes: Uint8Array, part: Part, texts: Texts) {
	const deflate = createDeflateRaw({ level: 1 });
	const packed: Buffer[] = [];
	deflate.on('data', (piece: Buffer) => packed.push(piece));
	const ended = new Promise((resolve, reject) => deflate.on('end', resolve).on('error', reject));
	let [crc, unpacked] = [0, 0];
	for await (const xml of piecesOf(bytes, { part, limit: limits.sheetBytes, ends: /<\/(?:\w+:)?c>/g })) {
		const piece = Buffer.from(filled(xml, texts));
		[crc, unpacked] = [crc32(piece, crc), unpacked + piece.length];
		if (!deflate.write(piece)) await new Promise((drained) => deflate.once('drain', drained));
	}
	deflate.end();
	await ended;
	return { method: 8, crc, unpacked, body: Buffer.concat(packed) };
}

/** The size that a file declares may lie. */
async function isMuch(bytes: Uint8Array, part: Part): Promise<boolean> {
	let size = 0;
	for await (const piece of unpack(bytes, { part, limit: limits.heldBytes })) if ((size += piece.length) > enough) return true;
	return false;
}

/**
 * The same workbook with its shared texts written into the cells, when there are many of them: so a list of 100,000 rows is read in a few dozen
 * megabytes of memory. Any other workbook comes back as it is.
 */
export async function inlineTexts(bytes: Uint8Array): Promise<Uint8Array> {
	const parts = partsOf(bytes);
	const shared = parts.find(({ name }) => /^xl\/sharedStrings\.xml$/i.test(name));
	if (!shared || !(await isMuch(bytes, shared))) return bytes;
	const texts = await readTexts(bytes, shared);
	const written: Parameters<typeof zipOf>[0] = {};
	for (const part of parts.filter(({ name }) => /\.(xml|rels)$/i.test(name)))
		written[part.name] =
			part === shared
				? '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
				: /^xl\/worksheets\/[^/]+\.xml$/i.test(part.name)
					? await rewritten(bytes, part, texts)
					: { ...part, body: packedBytes(bytes, part) };
	return zipOf(written);
}
