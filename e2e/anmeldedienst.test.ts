import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { angermuende, herzberg, organisationOf } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { enterAs } from './support/people.ts';
import { startProvider } from './support/provider.ts';

const base = inject('baseUrl');
const heading = (page: Page) => page.locator('h1').innerText();
const settingsOf = (ags: string) => `/konto/organisation/${organisationOf(ags)}/anmeldedienst`;

async function asOffice(page: Page): Promise<void> {
	await page.goto('/demo');
	await page.getByRole('button', { name: 'Als Oskar Behrens anmelden' }).click();
	await page.waitForURL('**/konto');
}

async function toProvider(page: Page, email: string): Promise<void> {
	await page.goto('/anmelden');
	await page.getByLabel('Mailadresse').fill(email);
	await page.getByRole('button', { name: 'Link schicken' }).click();
	await page.getByRole('link', { name: 'Weiter zu 127.0.0.1' }).click();
	await page.waitForURL(/\/interaction\/|\/konto/);
}

async function signIn(page: Page, email: string): Promise<void> {
	await toProvider(page, email);
	if (page.url().includes('/interaction/')) await page.getByRole('button', { name: 'Anmelden' }).click();
	await page.waitForURL(`${base}/konto`);
}

test.for([
	[true, angermuende, 'angermuende'],
	[false, herzberg, 'herzberg-elster']
] as const)(
	'a clerk comes in through the town’s own service, and its groups decide (JavaScript: %s)',
	async ([javaScript, ags, slug], { open }) => {
		const domain = `rathaus-${slug}.de`;
		const email = `carla@${domain}`;
		const idp = await startProvider({ email, email_verified: true, name: 'Carla Brandt', groups: ['bauamt'] }, { base, slug });
		const [office, clerk] = [await open({ javaScript }), await open({ javaScript, size: 'phone' })];

		// The office enters the service: a wrong address gets a sentence and stays as it was typed.
		await asOffice(office);
		await office.goto(settingsOf(ags));
		expect(await office.locator('code').allInnerTexts()).toContain(`${base}/anmelden/dienst/${slug}/zurueck`);
		await office.getByLabel('Adresse des Dienstes').fill(`${idp.issuer}/realms/falsch`);
		await office.getByLabel('Maildomains').fill(domain);
		await office.getByRole('button', { name: 'Verbindung prüfen' }).click();
		await office.getByText('Unter dieser Adresse antwortet kein Anmeldedienst').waitFor();
		expect(await office.getByLabel('Maildomains').inputValue()).toBe(domain);
		await office.getByLabel('Adresse des Dienstes').fill(idp.issuer);
		await office.getByRole('button', { name: 'Verbindung prüfen' }).click();
		await office.getByText('meldet Abmeldungen hierher').waitFor();
		await office.getByLabel('Client-ID').fill('raum');
		await office.getByLabel('Client-Secret').fill('ein-geheimnis');
		await office.getByLabel('Gruppe 1', { exact: true }).fill('bauamt');
		await office.getByRole('button', { name: 'Speichern' }).click();
		await office.getByText('Es gilt ab der nächsten Anmeldung').waitFor();
		expect(await office.content()).not.toContain('ein-geheimnis');

		// Cancelling there leads back to a sentence and a way on.
		await toProvider(clerk, email);
		await clerk.getByRole('button', { name: 'Abbrechen' }).click();
		await clerk.getByText('Sie haben die Anmeldung dort abgebrochen').waitFor();
		expect(new URL(clerk.url()).search).toBe('?fehler=cancelled');
		await clerk.getByRole('link', { name: 'Noch einmal versuchen' }).click();
		await clerk.getByRole('button', { name: 'Anmelden' }).click();

		// In: with an account of that name, the seat of the group, and the register.
		await clerk.waitForURL(`${base}/konto`);
		expect(await heading(clerk)).toContain('Carla Brandt');
		expect((await clerk.goto('/buero/raeume'))?.status()).toBe(200);
		await office.goto(`/konto/organisation/${organisationOf(ags)}/verlauf`);
		expect(await office.locator('.history').innerText()).toMatch(/Platz eingenommen: Carla Brandt[^]*Gruppe „bauamt“ im Anmeldedienst/);

		// Out here is out there.
		await clerk.goto('/abmelden');
		await clerk.getByRole('button', { name: 'Abmelden' }).last().click();
		await clerk.waitForURL(`${idp.issuer}/**`);
		await clerk.getByRole('button', { name: /Yes/ }).click();
		await clerk.waitForURL('**/anmelden?abgemeldet=ja');

		// The group is gone: so is the seat, at the next sign-in.
		idp.account.groups = [];
		await signIn(clerk, email);
		expect((await clerk.goto('/buero/raeume'))?.status()).toBe(403);

		// Out there is out here, without a click of ours.
		await clerk.goto(`${idp.issuer}/session/end`);
		await clerk.getByRole('button', { name: /Yes/ }).click();
		await clerk.getByText('Sign-out Success').waitFor();
		await clerk.goto('/konto');
		expect(new URL(clerk.url()).pathname).toBe('/anmelden');

		// An address that goes on working: the service is away, the link by mail is not.
		idp.close();
		await clerk.goto('/anmelden');
		await clerk.getByLabel('Mailadresse').fill(email);
		await clerk.getByRole('button', { name: 'Link schicken' }).click();
		await clerk.getByRole('link', { name: 'Weiter zu 127.0.0.1' }).click();
		await clerk.getByText('Der Anmeldedienst antwortet gerade nicht').waitFor();
		await clerk.goto('/anmelden');
		await clerk.getByLabel('Mailadresse').fill(email);
		await clerk.getByRole('button', { name: 'Link schicken' }).click();
		await clerk.getByRole('button', { name: 'Link per Mail schicken' }).click();
		await clerk.getByRole('heading', { name: 'Die Mail ist unterwegs' }).waitFor();
		await office.goto(settingsOf(ags));
		await office.getByRole('button', { name: 'Anmeldedienst entfernen' }).click();
		await office.getByText('Der Anmeldedienst ist entfernt').waitFor();
	}
);

test('the pages of the service read well', async ({ open }) => {
	const page = await open();
	await enterAs(page, 'oskar');
	await expectAllToReadWell(page, [settingsOf(angermuende), '/abmelden']);
});
