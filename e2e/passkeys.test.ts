import type { Page } from 'playwright-core';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { enterLike } from './support/people.ts';

const freshAddress = () => `key-${Date.now()}-${Math.random().toString(36).slice(2, 7)}@werkhof.example`;
const password = 'drei Stühle und ein Kahn';

async function byMail(
	page: Page,
	{ email, from = '/anmelden', mails = 0 }: { email: string; from?: string; mails?: number }
): Promise<void> {
	await page.goto(from);
	await page.getByLabel('Mailadresse').fill(email);
	await page.getByRole('button', { name: 'Link schicken' }).click();
	await page.getByRole('heading', { name: 'Die Mail ist unterwegs' }).waitFor();
	for (let n = mails; ; n++) {
		const mail = await mailTo(email, n);
		if (!mail.subject.startsWith('Anmelden')) continue;
		await page.goto(linkIn(mail));
		break;
	}
	await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
	await page.waitForURL(/\/konto/);
}

/** A device with a finger on it, as Chromium plays one over its debugging protocol. */
async function withDevice(page: Page, { isUserVerified = true } = {}) {
	const client = await page.context().newCDPSession(page);
	await client.send('WebAuthn.enable');
	const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified,
			automaticPresenceSimulation: true
		}
	});
	return { client, authenticatorId };
}

test('a passkey is made, opens the account without mail and code, and stops when removed', async ({ open }) => {
	const page = await open();
	await withDevice(page);
	const email = freshAddress();
	await byMail(page, { email });
	await page.goto('/konto/sicherheit');
	await page.getByRole('button', { name: 'Passkey auf diesem Gerät anlegen' }).click();
	await page.locator('.codes').waitFor();
	await page.goto('/konto/sicherheit');
	await page.getByRole('button', { name: 'Passkey auf diesem Gerät anlegen' }).click();
	await page.getByText('Auf diesem Gerät gibt es schon einen Passkey').waitFor();

	await page.context().clearCookies();
	await page.goto('/anmelden?zurueck=/konto/sicherheit');
	await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
	await page.getByText('Chrome, Linux').first().waitFor();

	// By mail the account now asks for more; the passkey is an answer.
	await page.context().clearCookies();
	await page.goto('/anmelden');
	await page.getByLabel('Mailadresse').fill(email);
	await page.getByRole('button', { name: 'Link schicken' }).click();
	await page.goto(linkIn(await mailTo(email, 2)));
	await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
	await page.getByRole('heading', { name: 'Noch der Code' }).waitFor();
	await page.getByRole('button', { name: 'Mit Passkey weiter' }).click();
	await page.waitForURL(/\/konto/);

	await page.goto('/konto/sicherheit');
	await page.getByRole('button', { name: /Entfernen.*Chrome/ }).click();
	await page.waitForLoadState();
	await page.context().clearCookies();
	await page.goto('/anmelden');
	await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
	await page.getByText('Mit diesem Passkey geht es nicht').first().waitFor();
	expect((await page.context().cookies()).filter(({ name }) => name.endsWith('sitzung'))).toEqual([]);
});

test('a device that does not check who holds it opens nothing, and an answer works once', async ({ open }) => {
	const page = await open();
	const { client, authenticatorId } = await withDevice(page);
	await byMail(page, { email: freshAddress() });
	await page.goto('/konto/sicherheit');
	await page.getByRole('button', { name: 'Passkey auf diesem Gerät anlegen' }).click();
	await page.locator('.codes').waitFor();
	await page.context().clearCookies();

	await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
	await page.goto('/anmelden');
	await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
	await page.getByText('Abgebrochen, oder').waitFor();
	await client.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });

	let sent = '';
	page.on('request', (request) => {
		if (request.url().includes('/anmelden/passkey?/enter')) sent = request.postData() ?? '';
	});
	await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
	await page.waitForURL('**/konto');
	await page.context().clearCookies();
	const again = await page.evaluate(
		async (body) =>
			(
				await fetch('/anmelden/passkey?/enter', {
					method: 'POST',
					body,
					headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
				})
			).status,
		sent
	);
	expect(sent).toContain('answer=');
	expect(again).toBe(409);
	expect((await page.context().cookies()).filter(({ name }) => name.endsWith('sitzung'))).toEqual([]);
});

test.for([true, false])(
	'a password is set, used, forgotten through the mail and removed (JavaScript: %s)',
	async (javaScript, { open }) => {
		const [page, other] = [await open({ javaScript }), await open({ javaScript, size: 'phone' })];
		const email = freshAddress();
		await byMail(page, { email, from: '/.well-known/change-password' });
		await page.goto('/konto/sicherheit/passwort');
		await page.getByLabel('Neues Passwort').fill('Willkommen2026');
		await page.getByRole('button', { name: 'Speichern' }).click();
		await page.getByText('Dieses Passwort wird zuerst probiert').first().waitFor();
		await page.getByLabel('Neues Passwort').fill(password);
		await page.getByRole('button', { name: 'Speichern' }).click();
		await page.getByText('Das neue Passwort gilt.').waitFor();

		await other.goto('/anmelden?zurueck=/konto/sitzungen');
		await other.getByRole('link', { name: 'Mit Passwort anmelden' }).click();
		await other.getByRole('heading', { name: 'Mit Passwort anmelden' }).waitFor();
		await other.getByLabel('Mailadresse').fill(email);
		await other.getByLabel('Passwort', { exact: true }).fill('drei Stühle und kein Kahn');
		await other.getByRole('button', { name: 'Anmelden', exact: true }).click();
		await other.getByText('passen nicht zusammen').first().waitFor();
		expect(await other.getByLabel('Mailadresse').inputValue()).toBe(email);
		expect(await other.content()).not.toContain('kein Kahn');
		await other.getByLabel('Passwort', { exact: true }).fill(password);
		await other.getByRole('button', { name: 'Anmelden', exact: true }).click();
		await other.waitForURL('**/konto/sitzungen');

		// Forgotten: the mail leads to a new one, and the other device is out.
		await page.context().clearCookies();
		await page.goto('/anmelden/passwort');
		await page.getByRole('link', { name: 'Link per Mail' }).click();
		await page.waitForURL('**/anmelden?zurueck=**');
		await byMail(page, { email, from: page.url(), mails: 2 });
		await page.goto('/konto/sicherheit/passwort');
		await page.getByLabel('Neues Passwort').fill('vier Stühle und kein Boot');
		await page.getByRole('button', { name: 'Speichern' }).click();
		await page.getByText('Das neue Passwort gilt.').waitFor();
		await other.goto('/konto');
		expect(new URL(other.url()).pathname).toBe('/anmelden');
		await page.goto('/konto/sicherheit/passwort');
		await page.getByRole('button', { name: /entfernen/ }).click();
		await page.waitForURL('**/konto/sicherheit');
		expect(await page.getByRole('link', { name: 'Passwort setzen' }).count()).toBe(1);
	}
);

test('the further ways in read well', async ({ open }) => {
	const page = await open();
	await expectAllToReadWell(page, ['/anmelden/passwort', '/anmelden/passkey']);
	await enterLike(page, 'amira');
	await expectAllToReadWell(page, ['/konto/sicherheit', '/konto/sicherheit/passwort']);
});
