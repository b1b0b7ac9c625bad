import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compress, encodingFor } from './compress.ts';

const page = '<p>Räume für viele</p>'.repeat(200);
const answers: Record<string, (response: ServerResponse) => void> = {
	'/page': (response) => {
		response.setHeader('content-type', 'text/html');
		response.setHeader('etag', '"abc"');
		response.writeHead(200);
		response.write(page.slice(0, 100));
		response.end(page.slice(100));
	},
	'/small': (response) => {
		response.setHeader('content-type', 'text/html');
		response.writeHead(200);
		response.end('<p>klein</p>');
	},
	'/large': (response) => {
		response.setHeader('content-type', 'text/csv');
		response.writeHead(200);
		for (let n = 0; n < 300; n++) response.write('x'.repeat(10_000));
		response.end();
	},
	'/picture': (response) => {
		response.setHeader('content-type', 'image/webp');
		response.writeHead(200);
		response.end(page);
	},
	'/unchanged': (response) => {
		response.setHeader('content-type', 'text/html');
		response.writeHead(304);
		response.end();
	}
};
const server = createServer((req, res) => {
	compress(req, res);
	answers[req.url ?? '']?.(res);
});
let port = 0;
beforeAll(async () => {
	await once(server.listen(0, '127.0.0.1'), 'listening');
	({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

async function get(path: string, { accept = '', method = 'GET' } = {}) {
	const sent = request({ port, host: '127.0.0.1', path, method, headers: accept ? { 'accept-encoding': accept } : {} }).end();
	const [response] = (await once(sent, 'response')) as [IncomingMessage];
	return { headers: response.headers, status: response.statusCode, bytes: Buffer.concat(await Array.fromAsync(response)) };
}

test('a page is sent in the encoding the reader takes, and is the same page', async () => {
	const plain = await get('/page');
	const br = await get('/page', { accept: 'gzip, deflate, br' });
	const gz = await get('/page', { accept: 'gzip' });
	expect([plain.headers['content-encoding'], br.headers['content-encoding'], gz.headers['content-encoding']]).toEqual([
		undefined,
		'br',
		'gzip'
	]);
	expect([plain.bytes.toString(), brotliDecompressSync(br.bytes).toString(), gunzipSync(gz.bytes).toString()]).toEqual([page, page, page]);
	expect(br.bytes.length).toBeLessThan(page.length / 10);
});

test('caches are told, and the tag holds only weakly for other bytes', async () => {
	const [plain, br] = [await get('/page'), await get('/page', { accept: 'br' })];
	expect([plain.headers.vary, plain.headers.etag]).toEqual(['accept-encoding', '"abc"']);
	expect([br.headers.vary, br.headers.etag]).toEqual(['accept-encoding', 'W/"abc"']);
});

test('small answers, pictures, heads and 304 stay as they are', async () => {
	expect((await get('/small', { accept: 'br' })).bytes.toString()).toBe('<p>klein</p>');
	expect((await get('/picture', { accept: 'br' })).headers['content-encoding']).toBeUndefined();
	expect((await get('/page', { accept: 'br', method: 'HEAD' })).headers['content-encoding']).toBeUndefined();
	expect((await get('/unchanged', { accept: 'br' })).status).toBe(304);
});

test('what is long goes out as it comes', async () => {
	const large = await get('/large', { accept: 'br' });
	expect([large.headers['content-encoding'], large.bytes.length]).toEqual([undefined, 3_000_000]);
});

test.for([
	['gzip, br', 'br'],
	['gzip;q=1.0, br;q=0', 'gzip'],
	['BR', 'br'],
	['identity', null],
	['', null]
] as const)('of %j we choose %j', ([accepted, chosen]) => {
	expect(encodingFor(accepted)).toBe(chosen);
});
