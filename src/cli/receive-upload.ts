import { createReadStream } from 'node:fs';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { newId } from '#lib/server/id.ts';
import { limitFor, refuse, sizeSentence } from './too-large.ts';

/** What is smaller goes straight on. */
const small = 2 ** 20;
/** Over all requests of this process: bytes that lie on the disk until they are whole, and bytes of those that are worked on at a time. */
const mostOnDisk = 4 * 2 ** 30;
const mostAtWork = 128 * 2 ** 20;
let [onDisk, atWork] = [0, 0];
const waiting: { bytes: number; go: () => void }[] = [];

function callNext(): void {
	for (let next = waiting[0]; next && (atWork === 0 || atWork + next.bytes <= mostAtWork); next = waiting[0]) {
		waiting.shift();
		atWork += next.bytes;
		next.go();
	}
}

/** Waits until there is room in memory for so many bytes, in the order of arrival; until the answer has gone out, or whoever asked has gone. */
async function turn(bytes: number, response: ServerResponse): Promise<void> {
	await new Promise<void>((go) => {
		waiting.push({ bytes, go });
		callNext();
	});
	const done = () => {
		atWork -= bytes;
		callNext();
	};
	if (response.destroyed) done();
	else response.once('close', done);
}

/** A file without a name: it is gone with the process, however that ends. */
async function namelessFile(folder: string): Promise<FileHandle> {
	const path = join(folder, `${newId()}.upload~`);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	const file = await open(path, 'wx+', 0o600);
	await rm(path);
	return file;
}

/** Writes the body to the disk as it comes. Returns how many bytes it had, or null when it was more than may come or did not come whole. */
async function keep(request: IncomingMessage, file: FileHandle, limit: number): Promise<number | 'too-large' | null> {
	let size = 0;
	try {
		for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
			size += chunk.length;
			onDisk += chunk.length;
			if (size > limit) return 'too-large';
			await file.write(chunk);
		}
		return request.complete ? size : null;
	} catch {
		return null;
	} finally {
		onDisk -= size;
	}
}

const isLarge = ({ method, headers }: IncomingMessage): boolean =>
	method !== 'GET' && method !== 'HEAD' && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > small);

/**
 * Takes in what is large before anything is done with it: slow lines keep a file, not memory, and however many come at once, only a few are worked on at
 * a time. Returns the request to go on with, or null when it is answered or gone.
 */
export async function receiveUpload(request: IncomingMessage, response: ServerResponse, folder: string): Promise<IncomingMessage | null> {
	if (!isLarge(request)) return request;
	if (onDisk > mostOnDisk) {
		refuse(request, response, {
			...{ status: 503, code: 'too-many', title: 'Gerade zu viel' },
			detail: 'Gerade kommen sehr viele Dateien auf einmal an. Bitte in ein paar Minuten noch einmal versuchen.'
		});
		return null;
	}
	const limit = limitFor(request);
	const file = await namelessFile(folder);
	const size = await keep(request, file, limit);
	if (typeof size !== 'number') {
		await file.close();
		if (size === 'too-large') refuse(request, response, { status: 413, code: 'too-large', title: 'Zu groß', detail: sizeSentence(limit) });
		return null;
	}
	await turn(size, response);
	if (response.destroyed) {
		await file.close();
		return null;
	}
	const { headers, method, url, httpVersion, httpVersionMajor, socket } = request;
	const body = createReadStream('', { fd: file, start: 0, autoClose: true });
	response.once('close', () => body.destroy());
	return Object.assign(body, { headers, method, url, httpVersion, httpVersionMajor, socket }) as unknown as IncomingMessage;
}
