import { unzipSync, strFromU8 } from 'fflate';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { expect, expectAllToReadWell, expectToReadWell, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { enterAs } from './support/people.ts';

const freshAddress = () => `weg-${Date.now()}-${Math.random().toString(36).slice(2, 7)}@werkhof.example`;

async function join(page: Page, email: string, name: string): Promise<void> {
	await page.goto('/anmelden');
	await page.getByLabel('Mailadresse').fill(email);
	await page.getByRole('button', { name: 'Link schicken' }).click();
	await page.getByRole('heading', { name: 'Die Mail ist unterwegs' }).waitFor();
	await page.goto(linkIn(await mailTo(email)));
	await page.getByRole('button', { name: 'Jetzt anmelden' }).click();
	await page.getByLabel('Name').fill(name);
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.waitForURL('**/konto');
}

test.for([true, false])('somebody takes their data along and deletes their account (JavaScript: %s)', async (javaScript, { open }) => {
	const page = await open({ javaScript });
	const email = freshAddress();
	await join(page, email, 'Gerda <b>Geht</b>');
	await page.goto('/konto/daten');
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
	const answer = await fetch(`${inject('baseUrl')}/konto/daten/export.zip`, { headers: { cookie } });
	expect(answer.headers.get('content-disposition')).toContain('meine-daten.zip');
	const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
	const json = JSON.parse(strFromU8(files['daten.json'] ?? new Uint8Array())) as { person: { email: string } };
	expect(json.person.email).toBe(email);
	const html = strFromU8(files['daten.html'] ?? new Uint8Array());
	expect(html).toContain('Gerda &lt;b&gt;Geht');
	expect(html + JSON.stringify(json)).not.toContain(cookie.split('=')[1]);

	await page.getByRole('button', { name: 'Konto löschen' }).click();
	await page.getByText('Bitte bestätigen').first().waitFor();
	await page.getByLabel('Ja, dieses Konto endgültig löschen').check();
	await page.getByRole('button', { name: 'Konto löschen' }).click();
	await page.getByText('Das Konto ist gelöscht.').waitFor();
	await page.goto('/konto');
	expect(new URL(page.url()).pathname).toBe('/anmelden');
	expect((await fetch(`${inject('baseUrl')}/konto`, { headers: { cookie }, redirect: 'manual' })).status).toBe(303);
});

test('own data and the list of retention read well', async ({ open }) => {
	const page = await open();
	await page.goto('/datenschutz/aufbewahrung');
	expect(await page.locator('tbody tr').count()).toBeGreaterThan(10);
	await expectToReadWell(page);
	await enterAs(page, 'hanna');
	await expectAllToReadWell(page, ['/konto/daten']);
});
