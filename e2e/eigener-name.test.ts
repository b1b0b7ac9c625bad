import { request } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openEmbedded } from '#lib/server/postgres.ts';
import { expect, test } from './support/browser.ts';

const host = 'raumlotsen.example';
const slug = 'raumlotsen-brandenburg';
const base = inject('baseUrl');
let pool: pg.Pool;
const name = (to: string | null) =>
	pool.query(`update network_pages set content = jsonb_set(content, '{host}', $1::jsonb) where slug = $2`, [JSON.stringify(to), slug]);

beforeAll(async () => {
	const { url } = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL } : await openEmbedded(inject('dataDir'), 'share');
	pool = new pg.Pool({ connectionString: url, max: 1 });
	await name(host);
});
afterAll(async () => {
	await name(null);
	await pool.end();
});

type Answer = { status: number; location: string | undefined; text: string };
type Asked = { method?: string; headers?: Record<string, string>; body?: string };

/** Asks the app as a proxy hands a request on: with this Host header. */
const ask = (at: string, path: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
	new Promise<Answer>((done, fail) => {
		const sent = request(`${base}${path}`, { method, headers: { host: at, accept: 'text/html', ...headers } }, (answer) => {
			let text = '';
			answer.setEncoding('utf8').on('data', (part: string) => (text += part));
			answer.on('end', () => done({ status: answer.statusCode ?? 0, location: answer.headers.location, text }));
		});
		sent.on('error', fail).end(body);
	});

/** The stored list is read anew every quarter of a minute. */
async function known(): Promise<void> {
	for (let tries = 0; tries < 100; tries++) {
		if ((await ask(host, '/robots.txt')).text.includes(host)) return;
		await new Promise((done) => setTimeout(done, 250));
	}
	throw new Error('Der Rechnername wurde nicht bekannt.');
}

test(
	'at its own host a network has its page, search engines find that one, and all else is at the installation',
	{ timeout: 60_000 },
	async () => {
		await known();
		const page = await ask(host, '/');
		expect([page.status, page.text.includes('Begleitung anfragen')]).toEqual([200, true]);
		expect(page.text).toContain(`<link rel="canonical" href="http://${host}/"`);
		expect((await ask(new URL(base).host, `/netzwerke/${slug}`)).text).toContain(`<link rel="canonical" href="http://${host}/"`);
		expect((await ask(host, '/sitemap.xml')).text).toContain(`<loc>http://${host}/</loc>`);
		expect((await (await fetch(`${base}/sitemap/seiten`)).text()).includes(`/netzwerke/${slug}`)).toBe(false);
		for (const path of ['/kommunen/angermuende', '/konto', '/anmelden', '/api/v1/networks'])
			expect(await ask(host, path)).toMatchObject({ status: 302, location: `${base}${path}` });
		const sheet = /href="([^"]*_app\/[^"]+\.css)"/.exec(page.text)?.[1] ?? 'keins';
		expect((await ask(host, new URL(sheet, `http://${host}/`).pathname)).status).toBe(200);
	}
);

test('a form of the page works there, and one from elsewhere does not', { timeout: 60_000 }, async () => {
	await known();
	const form = { method: 'POST', body: 'email=kein-at' };
	const headers = { 'content-type': 'application/x-www-form-urlencoded' };
	expect((await ask(host, '/?/vormerken', { ...form, headers: { ...headers, origin: `http://${host}` } })).status).toBe(422);
	expect((await ask(host, '/?/vormerken', { ...form, headers: { ...headers, origin: 'http://boese.example' } })).status).toBe(403);
	expect((await ask(host, '/anmelden', { ...form, headers: { ...headers, origin: `http://${host}` } })).status).toBe(404);
});

test('a host that nobody entered gets the installation, and stands nowhere in the answer', { timeout: 60_000 }, async () => {
	for (const at of ['boese.example', `${host}.boese.example`, 'boese.example:80']) {
		const { text, status } = await ask(at, '/');
		expect([status, text.includes('Begleitung anfragen')]).toEqual([200, false]);
		for (const path of ['/', `/netzwerke/${slug}`, '/robots.txt', '/sitemap.xml', '/kommunen/angermuende'])
			expect((await ask(at, path)).text).not.toContain('boese.example');
	}
});
