import { crc32, createInflateRaw } from 'node:zlib';
import { unreadable } from './refusals.ts';

export type Part = { name: string; method: number; crc: number; packed: number; unpacked: number; offset: number };

export const broken = () =>
	unreadable('broken-workbook', 'Die Arbeitsmappe ist beschädigt. Bitte öffnen Sie sie im Tabellenprogramm und speichern Sie sie neu.');
export const bomb = () =>
	unreadable(
		'too-large-unpacked',
		'Die Arbeitsmappe wird beim Entpacken viel zu groß. Bitte speichern Sie nur das Blatt mit der Liste neu, am besten als CSV.'
	);

/** The table of contents of a zip file, read from its end; nothing is unpacked. */
export function partsOf(bytes: Uint8Array): Part[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	while (end >= Math.max(0, bytes.length - 66_000) && view.getUint32(end, true) !== 0x06054b50) end--;
	if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw broken();
	const parts: Part[] = [];
	let at = view.getUint32(end + 16, true);
	for (let i = 0; i < view.getUint16(end + 10, true); i++) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken();
		const [nameLength, extra, comment] = [28, 30, 32].map((o) => view.getUint16(at + o, true)) as [number, number, number];
		parts.push({
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
			method: view.getUint16(at + 10, true),
			crc: view.getUint32(at + 16, true),
			packed: view.getUint32(at + 20, true),
			unpacked: view.getUint32(at + 24, true),
			offset: view.getUint32(at + 42, true)
		});
		at += 46 + nameLength + extra + comment;
	}
	return parts;
}

/** A part as it lies in the file. */
export function packedBytes(bytes: Uint8Array, part: Part): Uint8Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (part.offset + 30 > bytes.length || view.getUint32(part.offset, true) !== 0x04034b50) throw broken();
	const start = part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
	if (start + part.packed > bytes.length) throw broken();
	return bytes.subarray(start, start + part.packed);
}

/**
 * What comes out of one part, in pieces; never more than `limit` bytes, whatever size the file declares.
 * @throws Refusal when it is more, or broken
 */
export async function* unpack(bytes: Uint8Array, { part, limit }: { part: Part; limit: number }): AsyncGenerator<Uint8Array> {
	const packed = packedBytes(bytes, part);
	let size = 0;
	if (part.method === 0) {
		if (packed.length > limit) throw bomb();
		for (let at = 0; at < packed.length; at += 65_536) yield packed.subarray(at, at + 65_536);
		return;
	}
	const inflate = createInflateRaw({ chunkSize: 65_536 });
	inflate.end(packed);
	try {
		for await (const piece of inflate) {
			size += (piece as Buffer).length;
			if (size > limit) throw bomb();
			yield piece as Buffer;
		}
	} catch (error) {
		throw error instanceof Error && 'code' in error && String(error.code).startsWith('Z_') ? broken() : error;
	} finally {
		inflate.destroy();
	}
}

/** A whole part as text; for small ones. */
export async function unpackText(bytes: Uint8Array, given: { part: Part; limit: number }): Promise<string> {
	const pieces: Uint8Array[] = [];
	for await (const piece of unpack(bytes, given)) pieces.push(piece);
	return Buffer.concat(pieces).toString('utf8');
}

/** A part to be written: a text that is stored as it is, or bytes that are packed already. */
type Written = string | (Pick<Part, 'method' | 'crc' | 'unpacked'> & { body: Uint8Array });

const stored = (text: string): Exclude<Written, string> => {
	const body = Buffer.from(text);
	return { method: 0, crc: crc32(body), unpacked: body.length, body };
};

/** A zip file of these parts. */
export function zipOf(parts: Record<string, Written>): Uint8Array {
	const files: Uint8Array[] = [];
	const contents: Buffer[] = [];
	let offset = 0;
	for (const [path, part] of Object.entries(parts)) {
		const { method, crc, unpacked, body } = typeof part === 'string' ? stored(part) : part;
		const name = Buffer.from(path);
		const head = Buffer.alloc(30);
		head.writeUInt32LE(0x04034b50, 0);
		head.writeUInt16LE(method, 8);
		head.writeUInt32LE(crc, 14);
		head.writeUInt32LE(body.length, 18);
		head.writeUInt32LE(unpacked, 22);
		head.writeUInt16LE(name.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		head.copy(entry, 10, 8, 28);
		entry.writeUInt32LE(offset, 42);
		files.push(head, name, body);
		contents.push(entry, name);
		offset += 30 + name.length + body.length;
	}
	const size = contents.reduce((sum, { length }) => sum + length, 0);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(contents.length / 2, 8);
	end.writeUInt16LE(contents.length / 2, 10);
	end.writeUInt32LE(size, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...files, ...contents, end]);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** An attribute of XML as text. */
export const withoutEntities = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');
