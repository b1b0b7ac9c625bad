import { createReadStream, createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { createGunzip, createGzip } from 'node:zlib';

/** A backup is an ordinary .tar.gz (POSIX ustar), so that it can be looked into without us. */
export type Entry = { name: string; bytes: Buffer };

const block = 512;
const padded = (size: number) => Math.ceil(size / block) * block;

function header({ name, bytes }: Entry): Buffer {
	const head = Buffer.alloc(block);
	const cut = name.length > 100 ? name.lastIndexOf('/', 154) : -1;
	const [prefix, short] = cut > 0 ? [name.slice(0, cut), name.slice(cut + 1)] : ['', name];
	if (Buffer.byteLength(short) > 100 || Buffer.byteLength(prefix) > 155) throw new Error(`name too long for an archive: ${name}`);
	head.write(short, 0);
	head.write('0000600\0', 100);
	head.write('0000000\0'.repeat(2), 108);
	head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
	head.write(
		`${Math.floor(Date.now() / 1000)
			.toString(8)
			.padStart(11, '0')}\0`,
		136
	);
	head.write('        ', 148);
	head.write('0', 156);
	head.write('ustar\x0000', 257);
	head.write(prefix, 345);
	const sum = head.reduce((total, byte) => total + byte, 0);
	head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return head;
}

/** Opens an archive for writing; `close` ends it and waits until every byte is with the system. */
export function createArchive(path: string): { add: (entry: Entry) => Promise<void>; close: () => Promise<void> } {
	const gzip = createGzip({ level: 4 });
	const file = createWriteStream(path, { mode: 0o600, flush: true });
	const done = finished(gzip.pipe(file));
	done.catch(() => {});
	file.once('error', (error) => gzip.destroy(error));
	const write = async (bytes: Buffer) => {
		if (gzip.destroyed) await done;
		if (!gzip.write(bytes)) await Promise.race([once(gzip, 'drain'), done]);
	};
	return {
		add: async (entry) => {
			await write(header(entry));
			await write(Buffer.concat([entry.bytes, Buffer.alloc(padded(entry.bytes.length) - entry.bytes.length)]));
		},
		close: async () => {
			gzip.end(Buffer.alloc(2 * block));
			await done;
		}
	};
}

const text = (bytes: Buffer) => bytes.toString().replace(/\0.*$/s, '');

function readHeader(head: Buffer): { name: string; size: number } {
	const sum = head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
	if (sum !== parseInt(text(head.subarray(148, 156)), 8)) throw new Error('broken header');
	const prefix = text(head.subarray(345, 500));
	const name = text(head.subarray(0, 100));
	return { name: prefix ? `${prefix}/${name}` : name, size: parseInt(text(head.subarray(124, 136)), 8) };
}

/** The entries in their order. Throws when the file is cut off or broken. */
export async function* readArchive(path: string): AsyncGenerator<Entry> {
	const source = createReadStream(path);
	const gunzip = createGunzip();
	source.once('error', (error) => gunzip.destroy(error));
	let waiting: Buffer[] = [];
	let length = 0;
	let wanted = block;
	let entry: { name: string; size: number } | null = null;
	for await (const chunk of source.pipe(gunzip) as AsyncIterable<Buffer>) {
		waiting.push(chunk);
		length += chunk.length;
		while (length >= wanted) {
			const all = Buffer.concat(waiting);
			const bytes = all.subarray(0, wanted);
			waiting = [all.subarray(wanted)];
			length -= wanted;
			if (entry) {
				yield { name: entry.name, bytes: bytes.subarray(0, entry.size) };
				entry = null;
			} else if (bytes.some((byte) => byte !== 0)) entry = readHeader(bytes);
			wanted = entry ? Math.max(padded(entry.size), 0) : block;
			if (entry && wanted === 0) {
				yield { name: entry.name, bytes: Buffer.alloc(0) };
				entry = null;
				wanted = block;
			}
		}
	}
	if (entry || length) throw new Error('cut off');
}
