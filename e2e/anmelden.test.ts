import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { enterAs, enterLike } from './support/people.ts';

const freshAddress = () => `neu-${Date.now()}-${Math.random().toString(36).slice(2, 7)}@werkhof.example`;

async function askForLink(page: Page, { email, from = '/anmelden' }: { email: string; from?: string }): Promise<string> {
	await page.goto(from);
	await page.getByLabel('Mailadresse').fill(email);
	await page.getByRole('button', { name: 'Link schicken' }).click();
	await page.getByRole('heading', { name: 'Die Mail ist unterwegs' }).waitFor();
	return linkIn(await mailTo(email));
}
const heading = (page: Page) => page.locator('h1').innerText();

test.for([true, false])(
	'a newcomer gets in by mail and is led to where they wanted to go (JavaScript: %s)',
	async (javaScript, { open }) => {
		const page = await open({ javaScript });
		const email = freshAddress();
		await page.goto('/konto/sitzungen');
		expect(new URL(page.url()).search).toBe('?zurueck=%2Fkonto%2Fsitzungen');
		const link = await askForLink(page, { email, from: page.url() });

		await fetch(inject('baseUrl') + link);
		await fetch(inject('baseUrl') + link, { method: 'HEAD' });
		await page.goto(link);
		expect(await page.getByText(email).count()).toBe(1);
		await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
		await page.waitForURL('**/konto/name?zurueck=**');
		await page.getByLabel('Name').fill('Nele Neu');
		await page.getByRole('button', { name: 'Weiter' }).click();
		await page.waitForURL('**/konto/sitzungen');
		expect(await page.getByText('dieses Gerät').count()).toBe(1);

		await page.goto('/konto');
		expect(await heading(page)).toBe('Hallo, Nele Neu');
		await page.goto(link);
		expect(await heading(page)).toBe('Dieser Link wurde schon benutzt');
	}
);

test('a used link opens nothing in another browser, and a new one can be had', async ({ open }) => {
	const [mine, other] = [await open(), await open()];
	const link = await askForLink(mine, { email: freshAddress() });
	await other.goto(link);
	await mine.goto(link);
	await mine.getByRole('button', { name: 'Jetzt anmelden' }).click();
	await mine.waitForURL('**/konto/**');
	await other.getByRole('button', { name: 'Jetzt anmelden' }).click();
	await other.getByRole('heading', { name: 'Dieser Link wurde schon benutzt' }).waitFor();
	await other.getByRole('link', { name: 'Neuen Link schicken' }).click();
	await other.getByRole('heading', { name: 'Anmelden' }).waitFor();
	expect((await other.context().cookies()).filter(({ name }) => name.endsWith('sitzung'))).toEqual([]);
});

test.for([true, false])('signing out everywhere ends the other browser too (JavaScript: %s)', async (javaScript, { open }) => {
	const [desk, phone] = [await open({ javaScript }), await open({ javaScript, size: 'phone' })];
	const email = freshAddress();
	for (const [n, page] of [desk, phone].entries()) {
		await page.goto('/anmelden');
		await page.getByLabel('Mailadresse').fill(email);
		await page.getByRole('button', { name: 'Link schicken' }).click();
		await page.goto(linkIn(await mailTo(email, n)));
		await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
		await page.waitForURL('**/konto/**');
	}
	await desk.goto('/konto/sitzungen');
	expect(await desk.locator('tbody tr').count()).toBe(2);
	await desk.getByRole('button', { name: 'Überall abmelden' }).click();
	await desk.waitForURL('**/anmelden?abgemeldet=ja');
	await phone.goto('/konto');
	expect(new URL(phone.url()).pathname).toBe('/anmelden');
});

test('the cookie can be read by no script, and a forged form is refused', async ({ open }) => {
	const page = await open();
	await page.goto('/demo');
	await page.getByRole('button', { name: 'Als Amira Haddad anmelden' }).click();
	await page.waitForURL('**/konto');
	const [cookie] = (await page.context().cookies()).filter(({ name }) => name.endsWith('sitzung'));
	expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
	const post = (headers: Record<string, string>) =>
		fetch(`${inject('baseUrl')}/konto/sitzungen?/endAll`, {
			method: 'POST',
			redirect: 'manual',
			headers: {
				...headers,
				accept: 'text/html',
				cookie: `${cookie?.name}=${cookie?.value}`,
				'content-type': 'application/x-www-form-urlencoded'
			}
		});
	expect((await post({ origin: 'https://boese.example' })).status).toBe(403);
	expect((await post({ origin: 'null' })).status).toBe(403);
	expect((await post({})).status).toBe(401);
	await page.goto('/konto');
	expect(await heading(page)).toContain('Amira Haddad');
});

test('after signing in nobody is led to a foreign site', async ({ open }) => {
	const page = await open();
	for (const path of ['//boese.example', 'https://boese.example', '/\\boese.example', '/%09/boese.example']) {
		await page.context().clearCookies();
		await page.goto(`/demo?zurueck=${encodeURIComponent(path)}`);
		await page.getByRole('button', { name: 'Als Amira Haddad anmelden' }).click();
		await page.waitForLoadState();
		expect(new URL(page.url()).host).toBe(new URL(inject('baseUrl')).host);
	}
});

test('a key is shown once, opens the API, and ends when revoked', async ({ open }) => {
	const page = await open({ javaScript: false });
	await enterLike(page, 'jonas');
	await page.goto('/konto/schluessel');
	await page.getByLabel('Wofür ist er?').fill('Probe');
	await page.getByLabel('Gesuche anlegen und ändern').check();
	await page.getByRole('button', { name: 'Schlüssel machen' }).click();
	const key = await page.locator('code.key').first().innerText();
	const call = async (path: string, method = 'GET') =>
		(
			await fetch(inject('baseUrl') + path, {
				method,
				headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
				body: method === 'GET' ? undefined : '{}'
			})
		).status;
	expect(await call('/api/v1/spaces', 'POST')).toBe(403);
	expect(await call('/api/v1/requests', 'POST')).not.toBe(403);
	await page.goto('/konto/schluessel');
	expect(await page.content()).not.toContain(key);
	await page
		.getByRole('button', { name: /Widerrufen.*Probe/ })
		.first()
		.click();
	expect(await call('/api/v1/requests', 'POST')).toBe(401);
});

test('the office lets somebody edit for a town, sees who did it, and takes it back (without JavaScript)', async ({ open }) => {
	const [office, newcomer] = [await open({ javaScript: false }), await open({ javaScript: false })];
	const email = freshAddress();
	await newcomer.goto(await askForLink(newcomer, { email }));
	await newcomer.getByRole('button', { name: 'Jetzt anmelden' }).click();
	expect((await newcomer.goto('/buero'))?.status()).toBe(403);

	await enterAs(office, 'oskar');
	await office.goto(`/buero/personen?q=${encodeURIComponent(email)}`);
	await office.getByRole('link', { name: 'Noch ohne Namen' }).click();
	await office.getByRole('button', { name: 'Geben' }).click();
	expect(await office.getByText('Bitte die Kommune nennen').count()).toBeGreaterThan(0);
	await office.getByLabel('Kommune', { exact: true }).fill('16278 Angermünde');
	await office.getByRole('button', { name: 'Geben' }).click();
	expect(await office.locator('.table').innerText()).toMatch(/Angermünde.*Verwaltung, verwaltet.*offen.*gilt/s);
	expect((await newcomer.goto('/buero'))?.status()).toBe(200);

	await office.getByRole('button', { name: /Beenden.*Angermünde/ }).click();
	expect(await office.locator('.table').innerText()).toMatch(/Angermünde.*beendet/s);
	expect((await newcomer.goto('/buero'))?.status()).toBe(403);
});

const guestPages = ['/anmelden', '/anmelden?abgemeldet=ja', '/anmelden/link?schluessel=falsch', '/demo', '/abmelden', '/dev/mail'];
const ownPages = [
	'/konto',
	'/konto/name',
	'/konto/sitzungen',
	'/konto/schluessel',
	'/konto/benachrichtigungen',
	'/buero/personen',
	'/buero/personen?alle=ja'
];

test('account pages read well', async ({ open }) => {
	const page = await open();
	await expectAllToReadWell(page, guestPages);
	await enterAs(page, 'renate');
	await expectAllToReadWell(page, ownPages);
});
