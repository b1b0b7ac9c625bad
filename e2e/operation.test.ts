import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll } from 'vitest';
import { expect, expectAccessible, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';

/** Running it: start, look beside it, kill what it stands on, end. On an installation of its own. */
const dataDir = mkdtempSync(join(tmpdir(), 'gr-operation-'));
let base = '';
let port = 0;
let app: ChildProcess;
let words = '';

const start = () => {
	const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error', DATABASE_URL: '' };
	return spawn(process.execPath, ['src/cli/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
};
const status = (path: string, init?: RequestInit) =>
	fetch(`${base}${path}`, { redirect: 'manual', ...init }).then(
		(r) => r.status,
		() => 0
	);

async function until(what: () => Promise<boolean> | boolean, seconds = 90): Promise<void> {
	for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((r) => setTimeout(r, 100))) if (await what()) return;
	throw new Error(`not within ${seconds} s: ${words}`);
}

/** Every process that names the directory. */
const processes = () =>
	globSync('/proc/[0-9]*/cmdline').filter((file) => {
		try {
			return readFileSync(file, 'utf8').includes(dataDir);
		} catch {
			return false;
		}
	});

beforeAll(async () => {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	({ port } = probe.address() as AddressInfo);
	probe.close();
	base = `http://localhost:${port}`;
	app = start();
	app.stdout?.on('data', (chunk) => (words += chunk));
	app.stderr?.on('data', (chunk) => (words += chunk));
	await until(async () => app.exitCode !== null || (await status('/healthz')) === 200);
});
afterAll(async () => {
	if (app.exitCode === null) {
		app.kill('SIGTERM');
		await once(app, 'exit');
	}
	rmSync(dataDir, { recursive: true, force: true });
});

test('says where it runs, that it lives and that it is ready', async () => {
	expect(words).toContain(`Gestaltungsraum läuft: ${base}`);
	expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200]);
});

test('every answer keeps foreign scripts, frames and guesses out', async () => {
	const page = await fetch(base);
	expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
	expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
	for (const path of ['/', '/robots.txt', '/favicon.svg', '/nix'])
		expect((await fetch(base + path)).headers.get('x-content-type-options'), path).toBe('nosniff');
});

test('figures are for this machine only, security.txt and sitemap for all', async () => {
	const figures = await (await fetch(`${base}/metrics`)).text();
	expect(figures).toContain('http_request_duration_seconds_count{method="GET",route="/healthz",status="200"}');
	expect(await status('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } })).toBe(404);
	expect(await (await fetch(`${base}/.well-known/security.txt`)).text()).toMatch(/^Contact: .+\nExpires: \d{4}-/);
	expect(await (await fetch(`${base}/sitemap.xml`)).text()).toContain(`<loc>${base}/sitemap/kommunen-1</loc>`);
});

test('the first administration comes in with the code from the terminal, and nobody after it', async ({ open }) => {
	expect([await status('/demo'), await status('/dev/mail')]).toEqual([404, 404]);
	const code = /mit dem Code {2}(\S+)/.exec(words)?.[1] ?? '';
	const page = await open({ options: { baseURL: base } });
	await page.goto('/einrichtung');
	await expectAccessible(page);
	await page.getByLabel('Code aus dem Terminal').fill('AAAA-BBBB-CCCC');
	await page.getByLabel('Ihr Name').fill('Greta Erste');
	await page.getByLabel('Ihre Mailadresse').fill('greta@betrieb.example');
	await page.getByRole('button', { name: 'Einrichten' }).click();
	await page.getByText('Dieser Code stimmt nicht').first().waitFor();
	expect(await page.getByLabel('Ihr Name').inputValue()).toBe('Greta Erste');
	await page.getByLabel('Code aus dem Terminal').fill(code.toLowerCase());
	await page.getByRole('button', { name: 'Einrichten' }).click();
	await page.waitForURL('**/anmelden/zweiter-faktor**');
	const secret = Secret.fromBase32((await page.locator('code.secret').innerText()).replaceAll(' ', ''));
	await page.getByLabel('Sechs Ziffern').fill(new TOTP({ secret }).generate());
	await page.getByRole('button', { name: 'Einrichten' }).click();
	await page.getByRole('link', { name: 'Aufgehoben, weiter' }).click();
	await page.waitForURL('**/buero/personen');
	expect(await page.getByText('Greta Erste').count()).toBeGreaterThan(0);
	expect(await status('/einrichtung')).toBe(404);
});

test('the command line makes another administration, who comes in by mail', async ({ open }) => {
	const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
	const created = spawnSync(
		process.execPath,
		['src/cli/main.ts', 'create-admin', 'zoe@betrieb.example', '--name', 'Zoe Zweite', '--json'],
		{
			env,
			encoding: 'utf8'
		}
	);
	expect(JSON.parse(created.stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ email: 'zoe@betrieb.example', role: 'admin' });
	const page = await open({ options: { baseURL: base }, javaScript: false });
	await page.goto('/anmelden');
	await page.getByLabel('Mailadresse').fill('zoe@betrieb.example');
	await page.getByRole('button', { name: 'Link schicken' }).click();
	await page.goto(linkIn(await mailTo('zoe@betrieb.example', 0, dataDir)));
	await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
	await page.waitForURL('**/anmelden/zweiter-faktor**');
	expect(await page.locator('code.secret').count()).toBe(1);
});

test('what is too large is refused with a German sentence before it is read', async () => {
	const response = await fetch(`${base}/api/v1/imports`, {
		method: 'POST',
		body: Buffer.alloc(5_000_000),
		headers: { 'content-type': 'application/json' }
	});
	expect([response.status, (await response.json()).detail]).toEqual([413, expect.stringContaining('höchstens 4 MB')]);
});

test('a second one on the same data or port is refused in one line', () => {
	const env = { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', DATABASE_URL: '' };
	const samePort = spawnSync(process.execPath, ['src/cli/start.ts'], { env: { ...env, PORT: String(port) }, encoding: 'utf8' });
	expect([samePort.status, samePort.stderr]).toEqual([1, expect.stringMatching(/^Port \d+ ist schon belegt\.[^\n]+\n$/)]);
	const sameData = spawnSync(process.execPath, ['src/cli/start.ts'], { env: { ...env, PORT: String(port + 1) }, encoding: 'utf8' });
	expect([sameData.status, sameData.stderr]).toEqual([
		1,
		expect.stringMatching(/^[^\n]+ wird schon von einem anderen Prozess benutzt[^\n]+\n$/)
	]);
});

test('the command line works beside it, and leaves it running', async () => {
	const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
	const doctor = spawnSync(process.execPath, ['src/cli/main.ts', 'doctor', '--json'], { env, encoding: 'utf8' });
	expect(JSON.parse(doctor.stdout.trimEnd())).toMatchObject({ ok: true });
	expect(await status('/readyz')).toBe(200);
});

test('kill -9 of the database: pages answer again by themselves', async () => {
	process.kill(Number(readFileSync(join(dataDir, 'pg/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');
	await until(async () => (await status('/readyz')) === 200);
	await until(async () => (await status('/kommunen')) === 200);
	expect(await status('/kommunen')).toBe(200);
});

test('SIGTERM: it ends in order, and nothing is left', async () => {
	app.kill('SIGTERM');
	const [code] = await once(app, 'exit');
	expect([code, processes()]).toEqual([0, []]);
});
