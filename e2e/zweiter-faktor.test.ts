import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { expect, expectAllToReadWell, expectToReadWell, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { cast } from '../src/testing/cast.ts';
import { cookieFor, database, enterAs, enterLike, newPersonLike } from './support/people.ts';

const freshAddress = () => `amt-${Date.now()}-${Math.random().toString(36).slice(2, 7)}@buero.example`;
const heading = (page: Page) => page.locator('h1').innerText();

/** Comes in by mail; returns how many mails there were before. */
async function byMail(page: Page, email: string, mails = 0): Promise<void> {
	await page.goto('/anmelden');
	await page.getByLabel('Mailadresse').fill(email);
	await page.getByRole('button', { name: 'Link schicken' }).click();
	await page.getByRole('heading', { name: 'Die Mail ist unterwegs' }).waitFor();
	await page.goto(linkIn(await newestSignIn(email, mails)));
	await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
}
/** Other mails come to the same address meanwhile (“a factor was set up”). */
async function newestSignIn(email: string, besides: number) {
	for (let n = besides; ; n++) {
		const mail = await mailTo(email, n);
		if (mail.subject.startsWith('Anmelden')) return mail;
	}
}
const app = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
/** The code of the next half minute: it is accepted already, and has not been used. */
const nextCode = (secret: string, steps = 1) => app(secret).generate({ timestamp: Date.now() + steps * 30_000 });

async function makeOffice(admin: Page, email: string): Promise<void> {
	await enterAs(admin, 'renate');
	await admin.goto(`/buero/personen?q=${encodeURIComponent(email)}`);
	await admin.getByRole('link', { name: 'Noch ohne Namen' }).click();
	await admin.getByLabel('Netzwerkbüro').check();
	await admin.getByRole('button', { name: 'Geben' }).click();
	await admin.locator('.grants .tag').getByText('Netzwerkbüro').waitFor();
}
const cookieOf = async (page: Page) =>
	(await page.context().cookies())
		.filter(({ name }) => name.endsWith('sitzung'))
		.map(({ name, value }) => `${name}=${value}`)
		.join('');

test.for([true, false])(
	'the office sets its second factor up once, shows it at every sign-in, and has codes for a lost phone (JavaScript: %s)',
	async (javaScript, { open }) => {
		const [admin, page] = [await open({ javaScript }), await open({ javaScript, size: 'phone' })];
		const email = freshAddress();
		await byMail(page, email);
		await page.goto('/konto');
		await makeOffice(admin, email);

		// From the next request on nothing is open but the set-up.
		await page.goto('/buero');
		expect(new URL(page.url()).pathname).toBe('/anmelden/zweiter-faktor');
		const cookie = await cookieOf(page);
		const origin = inject('baseUrl');
		for (const path of ['/buero/personen', '/konto', '/konto/sicherheit']) {
			const answer = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' });
			expect(`${path} ${answer.headers.get('location')?.split('?')[0]}`).toBe(`${path} /anmelden/zweiter-faktor`);
		}
		const post = { method: 'POST', headers: { cookie, origin, accept: 'text/html' }, body: new URLSearchParams({ name: 'Diebin' }) };
		expect((await fetch(`${origin}/konto?/name`, post)).status).toBe(401);
		expect((await fetch(`${origin}/api/v1/spaces`, { ...post, body: '{}' })).status).toBe(401);

		const secret = await page.locator('code.secret').innerText();
		await page.getByLabel('Sechs Ziffern').fill('000000');
		await page.getByRole('button', { name: 'Einrichten' }).click();
		expect(await page.getByText('Dieser Code passt nicht').count()).toBeGreaterThan(0);
		expect(await page.locator('code.secret').innerText()).toBe(secret);
		await page.getByLabel('Sechs Ziffern').fill(app(secret).generate());
		await page.getByRole('button', { name: 'Einrichten' }).click();
		const codes = await page.locator('.codes code').allInnerTexts();
		expect(codes).toHaveLength(10);
		await page.getByRole('link', { name: 'Aufgehoben, weiter' }).click();
		await page.waitForURL('**/buero');
		await page.goto('/konto/sicherheit');
		expect(await page.getByText('10 von den Wiederherstellungscodes').count()).toBe(1);
		expect(await page.content()).not.toContain(codes[0]);
		expect(await page.getByRole('button', { name: 'Ausschalten' }).count()).toBe(0);

		// The next sign-in asks for the code; a used one is not taken.
		await page.context().clearCookies();
		await byMail(page, email, 2);
		expect(await heading(page)).toBe('Noch der Code');
		await page.getByLabel('Sechs Ziffern').fill(nextCode(secret));
		await page.getByRole('button', { name: 'Weiter', exact: true }).click();
		await page.waitForURL(/\/konto/);

		// Without the phone a recovery code opens, once.
		await page.context().clearCookies();
		await byMail(page, email, 3);
		await page.getByText('Das Telefon ist nicht da').click();
		await page.getByLabel('Wiederherstellungscode').fill(codes[3] ?? '');
		await page.getByRole('button', { name: 'Mit diesem Code weiter' }).click();
		await page.waitForURL(/\/konto/);
		await page.goto('/buero');
		expect(new URL(page.url()).pathname).toBe('/buero');
		await page.context().clearCookies();
		await byMail(page, email, 5);
		await page.getByText('Das Telefon ist nicht da').click();
		await page.getByLabel('Wiederherstellungscode').fill(codes[3] ?? '');
		await page.getByRole('button', { name: 'Mit diesem Code weiter' }).click();
		expect(await page.getByText('oder er wurde schon benutzt').count()).toBeGreaterThan(0);
		await page.getByRole('button', { name: 'Abbrechen' }).click();
		await page.waitForURL('**/anmelden?abgemeldet=ja');

		// Everything is gone: the administration resets it.
		await admin.reload();
		await admin.getByRole('button', { name: 'Zweiten Faktor zurücksetzen' }).click();
		await admin.getByText('Ohne zweiten Faktor.').waitFor();
		await byMail(page, email, 7);
		expect(await heading(page)).toBe('Einmal einrichten, dann ist Ruhe');
	}
);

test('a clerk switches it on and off', async ({ open }) => {
	const page = await open();
	const email = freshAddress();
	await byMail(page, email);
	await page.goto('/konto/sicherheit');
	await page.getByRole('link', { name: 'Einrichten' }).click();
	const secret = await page.locator('code.secret').innerText();
	await page.getByLabel('Sechs Ziffern').fill(app(secret).generate());
	await page.getByRole('button', { name: 'Einrichten' }).click();
	await page.getByRole('link', { name: 'Aufgehoben, weiter' }).click();
	await page.getByRole('button', { name: 'Neue Wiederherstellungscodes' }).click();
	expect(await page.locator('.codes code').count()).toBe(10);
	await page.getByRole('button', { name: 'Ausschalten' }).click();
	await page.getByRole('link', { name: 'Einrichten' }).waitFor();
	await page.context().clearCookies();
	await byMail(page, email, 4);
	await page.waitForURL('**/konto/**');
});

test('the pages of the second factor read well', async ({ open }) => {
	const page = await open();
	await enterLike(page, 'amira');
	await expectAllToReadWell(page, ['/konto/sicherheit', '/konto/sicherheit/app']);
	const secret = await page.locator('code.secret').innerText();
	await page.getByLabel('Sechs Ziffern').fill(app(secret).generate());
	await page.getByRole('button', { name: 'Einrichten' }).click();
	await page.locator('.codes').waitFor();
	await expectToReadWell(page);
});

test.for(['office', 'juror', 'editor'] as const)(
	'who is %s of a network: the first two owe a second factor before anything opens',
	async (role) => {
		const person = await newPersonLike(cast.amira);
		const cookie = await cookieFor(person, { shown: false });
		const open = async (path: string) => {
			const answer = await fetch(inject('baseUrl') + path, { headers: { cookie }, redirect: 'manual' });
			return answer.headers.get('location')?.split('?')[0] ?? answer.status;
		};
		expect(await open('/konto/jury')).toBe(200);
		await database().query(
			`insert into network_roles (id, network_id, person_id, role, name, starts_on, created_at)
		select gen_random_uuid(), id, $1, $2, $3, current_date - 1, now() from networks where slug = 'helle-orte'`,
			[person.id, role, person.name]
		);
		const expected = role === 'editor' ? 200 : '/anmelden/zweiter-faktor';
		for (const path of ['/konto/jury', '/konto', '/buero/netzwerk/helle-orte'])
			expect(`${path} ${await open(path)}`).toBe(`${path} ${expected}`);
		await database().query('delete from network_roles where person_id = $1', [person.id]);
	}
);
