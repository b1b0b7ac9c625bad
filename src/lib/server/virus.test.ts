import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { scanForViruses } from './virus.ts';

let server: Server | null = null;
afterEach(() => void server?.close());

/** A scanner that speaks clamd's INSTREAM: it finds whatever contains "böse". */
function scanner(answer: (content: Buffer, socket: Socket) => void): Promise<string> {
	return new Promise((resolve) => {
		server = createServer((socket) => {
			let all = Buffer.alloc(0);
			socket.on('data', (data) => {
				all = Buffer.concat([all, data]);
				const command = 'zINSTREAM\0'.length;
				const parts: Buffer[] = [];
				for (let at = command; at + 4 <= all.length;) {
					const length = all.readUInt32BE(at);
					if (length === 0) return answer(Buffer.concat(parts), socket);
					if (at + 4 + length > all.length) return;
					parts.push(all.subarray(at + 4, at + 4 + length));
					at += 4 + length;
				}
			});
			socket.on('error', () => {});
		}).listen(0, '127.0.0.1', () => resolve(`tcp://127.0.0.1:${(server?.address() as { port: number }).port}`));
	});
}

test('what a scanner says is taken: clean, found by name, also across many parts', async () => {
	const url = await scanner((content, socket) =>
		socket.end(content.includes('böse') ? 'stream: Win.Test.EICAR_HDB-1 FOUND\0' : 'stream: OK\0')
	);
	expect(await scanForViruses(url, new Uint8Array(900_000))).toEqual({ state: 'clean' });
	const bad = Buffer.concat([Buffer.alloc(700_000), Buffer.from('böse')]);
	expect(await scanForViruses(url, bad)).toEqual({ state: 'found', name: 'Win.Test.EICAR_HDB-1' });
});

test('a scanner that is away, breaks off or answers with an error is not taken for a clean bill', async () => {
	expect((await scanForViruses('tcp://127.0.0.1:1', new Uint8Array(3))).state).toBe('unreachable');
	const limit = await scanner((_, socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'));
	expect(await scanForViruses(limit, new Uint8Array(3))).toMatchObject({
		state: 'unreachable',
		why: expect.stringContaining('size limit')
	});
	server?.close();
	const silent = await scanner((_, socket) => socket.destroy());
	expect((await scanForViruses(silent, new Uint8Array(3))).state).toBe('unreachable');
});
