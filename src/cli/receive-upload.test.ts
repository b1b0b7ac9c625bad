import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receiveUpload } from './receive-upload.ts';
import { largestUpload, tooLarge } from './too-large.ts';

const folder = mkdtempSync(join(tmpdir(), 'gr-uploads-'));
const megabyte = 2 ** 20;
let [now, most] = [0, 0];
/** Says how many bytes came, after a moment in which others could push in. */
const server = createServer(async (asked, response) => {
	if (tooLarge(asked, response)) return;
	const whole = await receiveUpload(asked, response, folder);
	if (!whole) return;
	let size = 0;
	most = Math.max(most, ++now);
	for await (const chunk of whole) size += (chunk as Buffer).length;
	await new Promise((go) => setTimeout(go, 30));
	now--;
	response.end(`${whole.method} ${whole.url} ${size}`);
});
beforeAll(async () => void (await once(server.listen(0, '127.0.0.1'), 'listening')));
afterAll(() => {
	server.closeAllConnections();
	server.close();
	rmSync(folder, { recursive: true, force: true });
});

type Sending = { bytes: number; announced?: number | null; path?: string; stopAt?: number };
const begin = ({ bytes, announced = bytes, path = '/melden' }: Sending) =>
	request({
		...{ host: '127.0.0.1', port: (server.address() as AddressInfo).port, method: 'POST', path },
		headers: { 'content-type': 'multipart/form-data; boundary=x', ...(announced !== null && { 'content-length': announced }) }
	});

async function send(sending: Sending): Promise<{ status: number; text: string; sent: number }> {
	const asking = begin(sending);
	asking.on('error', () => {});
	const answered = once(asking, 'response') as Promise<[IncomingMessage]>;
	const part = Buffer.alloc(megabyte, 'a');
	let [isOver, sent] = [false, 0];
	void answered.then(() => (isOver = true));
	for (; sent < sending.bytes && !isOver; sent += part.length)
		if (!asking.write(part.subarray(0, sending.bytes - sent))) await Promise.race([once(asking, 'drain'), answered]);
	asking.end();
	const [response] = await answered;
	let text = '';
	for await (const chunk of response) {
		text += String(chunk);
		if (text.length >= Number(response.headers['content-length'] ?? Infinity)) break;
	}
	return { status: response.statusCode ?? 0, text, sent };
}

test('what is large comes through whole, announced or not, and leaves nothing behind', async () => {
	expect(await send({ bytes: 5 * megabyte })).toMatchObject({ status: 200, text: `POST /melden ${5 * megabyte}` });
	expect(await send({ bytes: 3 * megabyte, announced: null })).toMatchObject({ status: 200, text: `POST /melden ${3 * megabyte}` });
	expect(await send({ bytes: 12 })).toMatchObject({ status: 200, text: 'POST /melden 12' });
	expect(readdirSync(folder)).toEqual([]);
});

test('two gigabytes are refused at once, whether they are announced or not, with what may be sent instead', async () => {
	for (const announced of [2048 * megabyte, null]) {
		const { status, text, sent } = await send({ bytes: 2048 * megabyte, announced });
		expect([status, text]).toEqual([413, expect.stringContaining('höchstens 64 MB')]);
		expect(sent, 'long before all was sent').toBeLessThan(1024 * megabyte);
	}
	expect(await send({ bytes: 2048 * megabyte, path: '/api/v1/imports' })).toMatchObject({
		status: 413,
		text: expect.stringContaining('"code":"too-large"')
	});
	expect(largestUpload).toBe(64 * megabyte);
});

test('fifteen at once are worked on a few at a time; one that never ends and one that goes away hold up nobody', async () => {
	const slow = begin({ bytes: 60 * megabyte });
	slow.on('error', () => {}).write(Buffer.alloc(megabyte));
	const gone = begin({ bytes: 60 * megabyte });
	gone.on('error', () => {}).write(Buffer.alloc(megabyte), () => gone.destroy());
	most = 0;
	const all = await Promise.all(Array.from({ length: 15 }, () => send({ bytes: 20 * megabyte })));
	expect(new Set(all.map(({ text }) => text))).toEqual(new Set([`POST /melden ${20 * megabyte}`]));
	expect(most).toBeLessThanOrEqual(6);
	slow.destroy();
	expect(await send({ bytes: 2 * megabyte })).toMatchObject({ status: 200 });
});
