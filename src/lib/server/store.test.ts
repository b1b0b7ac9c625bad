import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bucketStore, folderStore, openStore, type Store } from './store.ts';

const secret = 'geheim/und+lang';
const sha = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const encoded = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** Signature version 4, computed by the server from what arrived, as S3 does. */
function signedRight(request: IncomingMessage, body: Buffer): boolean {
	const [, key = '', signed = '', signature = ''] =
		/Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=(\w+)/.exec(request.headers.authorization ?? '') ?? [];
	const [, day = '', region = '', service = ''] = key.split('/');
	const url = new URL(request.url ?? '', 'http://s3');
	const query = [...url.searchParams].map(([k, v]) => `${encoded(k)}=${encoded(v)}`).sort();
	const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
	const given = String(request.headers['x-amz-content-sha256']);
	if (given !== 'UNSIGNED-PAYLOAD' && given !== sha(body)) return false;
	const canonical = [request.method, url.pathname, query.join('&'), headers.join(''), signed, given].join('\n');
	const scope = `${day}/${region}/${service}/aws4_request`;
	const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha(canonical)].join('\n');
	const signing = [region, service, 'aws4_request'].reduce((k, part) => hmac(k, part), hmac(`AWS4${secret}`, day));
	return hmac(signing, text).toString('hex') === signature;
}

const files = new Map<string, { bytes: Buffer; type: string }>();

/** As much of S3 as the store speaks: PUT, GET, HEAD, DELETE and the paged list, two keys a page, with checked signatures. */
const s3 = createServer(async (request, response) => {
	const body = Buffer.concat(await Array.fromAsync(request));
	if (!signedRight(request, body)) return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
	const url = new URL(request.url ?? '', 'http://s3');
	const key = decodeURIComponent(url.pathname).replace(/^\/bucket\/?/, '');
	if (url.searchParams.has('list-type')) {
		const from = Number(url.searchParams.get('continuation-token') ?? 0);
		const all = [...files.keys()].sort();
		const rows = all.slice(from, from + 2).map((k) => `<Contents><Key>${k}</Key><Size>1</Size></Contents>`);
		const more = from + 2 < all.length;
		const token = more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
		const xml = `<ListBucketResult><IsTruncated>${more}</IsTruncated>${token}${rows.join('')}</ListBucketResult>`;
		return response.writeHead(200, { 'content-type': 'application/xml' }).end(xml);
	}
	if (request.method === 'PUT') {
		files.set(key, { bytes: body, type: String(request.headers['content-type']) });
		return response.writeHead(200, { etag: `"${sha(body)}"` }).end();
	}
	if (request.method === 'DELETE') {
		files.delete(key);
		return response.writeHead(204).end();
	}
	const file = files.get(key);
	if (!file) return response.writeHead(404).end(request.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>');
	response.writeHead(200, { 'content-length': file.bytes.length, 'content-type': file.type });
	return response.end(request.method === 'HEAD' ? undefined : file.bytes);
}) as Server;

const folder = mkdtempSync(join(tmpdir(), 'gr-store-'));
const stores: Record<string, Store> = { folder: folderStore(join(folder, 'files')) };
let address = '';

beforeAll(async () => {
	await once(s3.listen(0, '127.0.0.1'), 'listening');
	address = `http://key:${encodeURIComponent(secret)}@127.0.0.1:${(s3.address() as AddressInfo).port}/bucket?region=eu-central-1`;
	stores.bucket = bucketStore(address);
});
afterAll(() => {
	s3.close();
	rmSync(folder, { recursive: true });
});

describe.for(['folder', 'bucket'])('%s', (name) => {
	const store = () => stores[name] as Store;

	test('what is put comes back byte for byte, whole and as a stream', async () => {
		const bytes = Buffer.from([0, 255, 13, 10, 195, 164]);
		await store().put('media/a.webp', bytes, 'image/webp');
		expect(Buffer.from((await store().get('media/a.webp')) ?? [])).toEqual(bytes);
		expect(Buffer.concat(await Array.fromAsync((await store().stream('media/a.webp')) ?? []))).toEqual(bytes);
		expect(await store().stat('media/a.webp')).toEqual({ bytes: 6 });
	});

	test('a second put replaces the first', async () => {
		await store().put('media/b.webp', Buffer.from('first and longer'), 'image/webp');
		await store().put('media/b.webp', Buffer.from('second'), 'image/webp');
		expect(Buffer.from((await store().get('media/b.webp')) ?? []).toString()).toBe('second');
	});

	test('what is not there is null, and deleting it is no error', async () => {
		await store().put('media/gone.pdf', Buffer.from('x'), 'application/pdf');
		await store().delete('media/gone.pdf');
		await store().delete('media/gone.pdf');
		expect([await store().get('media/gone.pdf'), await store().stream('media/gone.pdf'), await store().stat('media/gone.pdf')]).toEqual([
			null,
			null,
			null
		]);
	});

	test('every key is listed, page after page', async () => {
		for (const key of ['list/1', 'list/2', 'list/3', 'list/4', 'list/5']) await store().put(key, Buffer.from(key), 'text/plain');
		const keys = (await Array.fromAsync(store().keys())).filter((key) => key.startsWith('list/'));
		expect(keys.sort()).toEqual(['list/1', 'list/2', 'list/3', 'list/4', 'list/5']);
	});

	test.for([
		'',
		'/',
		'../a',
		'a/../../b',
		'a//b',
		'/etc/passwd',
		'a/.',
		'..',
		'a\\..\\b',
		'A',
		'a b',
		'a\0',
		'%2e%2e',
		'a/.hidden',
		'x'.repeat(600)
	])('the key %j is none', async (key) => {
		await expect((async () => store().put(key, Buffer.from('x'), 'text/plain'))()).rejects.toThrow('no key');
		await expect((async () => store().get(key))()).rejects.toThrow('no key');
		await expect((async () => store().delete(key))()).rejects.toThrow('no key');
	});
});

test('a folder store leaves no half files behind', async () => {
	const store = folderStore(join(folder, 'files'));
	await expect(store.put('media', Buffer.from('a folder stands there'), 'text/plain')).rejects.toThrow();
	expect(readdirSync(join(folder, 'files')).filter((name) => name.endsWith('~'))).toEqual([]);
});

test('a wrong secret is an error, not an empty answer', async () => {
	const wrong = bucketStore(address.replace(encodeURIComponent(secret), 'falsch'));
	await expect(wrong.put('media/x', Buffer.from('x'), 'text/plain')).rejects.toThrow();
	await expect(wrong.get('media/a.webp')).rejects.toThrow();
});

test('without S3_URL the files lie in DATA_DIR', async () => {
	await openStore({ DATA_DIR: folder }).put('here/it.is', Buffer.from('x'), 'text/plain');
	expect(readdirSync(join(folder, 'files', 'here'))).toEqual(['it.is']);
	await openStore({ DATA_DIR: folder, S3_URL: address }).put('there/it.is', Buffer.from('x'), 'text/plain');
	expect(files.has('there/it.is')).toBe(true);
});
