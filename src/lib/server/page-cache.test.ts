import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { expect, test } from '#testing/world.ts';
import { plantSpace } from '#testing/spaces.ts';
import { openDb } from './db.ts';
import { pageCache, publicVersion } from './page-cache.ts';

type Made = { count: number };

/** A server whose page counts the published spaces, and how often it was made. */
async function open(pool: pg.Pool, headers: Record<string, string> = {}): Promise<{ address: string; made: Made }> {
	const made = { count: 0 };
	const cache = pageCache(pool);
	const server: Server = createServer(async (request, response) => {
		if (await cache.answer(request, response)) return;
		made.count++;
		const { rows } = await pool.query('select count(*)::int as n from spaces');
		response.setHeader('content-type', 'text/html');
		response.setHeader('etag', `"${rows[0].n}"`);
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		response.writeHead(200);
		response.write(`${rows[0].n} `);
		response.end('Räume');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, made };
}

const read = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).text();

test('a page is made once and then kept, with its headers; a change shows on the very next request', async ({ pool }) => {
	const { address, made } = await open(pool);
	const before = await read(`${address}/raeume`);
	expect([await read(`${address}/raeume`), await read(`${address}/raeume`), made.count]).toEqual([before, before, 1]);
	const space = await plantSpace(openDb(pool), { title: 'Neues Haus' });
	onTestFinished(async () => void (await pool.query('delete from properties where id = $1', [space.id])));
	expect(await read(`${address}/raeume`)).toBe(`${parseInt(before) + 1} Räume`);
	await pool.query('delete from properties where id = $1', [space.id]);
	expect(await read(`${address}/raeume`)).toBe(before);
	expect((await fetch(`${address}/raeume`)).headers.get('content-type')).toBe('text/html');
});

test('another process changes it: the version moves with its commit, not before, and whoever commits last', async ({ pool }) => {
	const version = publicVersion(pool);
	const space = await plantSpace(openDb(pool));
	onTestFinished(async () => void (await pool.query('delete from properties where id = $1', [space.id])));
	const [early, late] = [await pool.connect(), await pool.connect()];
	const touch = 'update spaces set lit = lit + 1 where id = $1';
	const first = await version();
	await early.query('begin');
	await early.query('insert into public_changes values (pg_current_xact_id()::text::bigint)');
	await late.query('begin');
	await late.query(touch, [space.id]);
	expect(await version()).toBe(first);
	await late.query('commit');
	const second = await version();
	await early.query('commit');
	const third = await version();
	early.release();
	late.release();
	expect(new Set([first, second, third]).size).toBe(3);
});

test('readers that come together share one question, and none gets an answer from before it came', async () => {
	let asked = 0;
	let state = 'alt';
	const waiting: (() => void)[] = [];
	const query = (async () => {
		asked++;
		const seen = state;
		await new Promise<void>((go) => waiting.push(go));
		return { rows: [{ version: seen }] };
	}) as unknown as pg.Pool['query'];
	const version = publicVersion({ query });
	const first = version();
	await Promise.resolve();
	state = 'neu';
	const others = [version(), version(), version()];
	waiting.shift()?.();
	expect(await first).toBe('alt');
	while (!waiting.length) await new Promise((r) => setTimeout(r, 1));
	waiting.shift()?.();
	expect([...new Set(await Promise.all(others)), asked]).toEqual(['neu', 2]);
});

test('whoever is somebody gets a page of their own, and what sets a cookie is not kept', async ({ pool }) => {
	const { address, made } = await open(pool);
	const somebody: Record<string, string>[] = [{ cookie: 'sitzung=1' }, { authorization: 'Bearer x' }];
	for (const headers of somebody) for (let i = 0; i < 2; i++) await read(`${address}/raeume`, headers);
	await read(`${address}/konto`);
	await read(`${address}/konto`);
	expect(made.count).toBe(6);
	const personal = await open(pool, { 'set-cookie': 'a=b' });
	await read(`${personal.address}/raeume`);
	await read(`${personal.address}/raeume`);
	expect(personal.made.count).toBe(2);
});

test('who has the page already gets 304', async ({ pool }) => {
	const { address } = await open(pool);
	const { headers } = await fetch(`${address}/raeume`);
	const again = await fetch(`${address}/raeume`, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
	expect(again.status).toBe(304);
});
