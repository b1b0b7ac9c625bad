import type { Page } from 'playwright-core';
import { newId } from '#lib/server/id.ts';
import { cast } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, expectToReadWell, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { database, enterAs, enterLike, newPersonLike } from './support/people.ts';

const remove = (name: string) => database().query('delete from groups where name = $1', [name]);
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

for (const [size, javaScript] of [
	['phone', false],
	['desktop', true]
] as const)
	test(
		`a group around a manor: founded, joined by mail, needs, roles, documents, shown, and knocked at (${size}, JavaScript: ${javaScript})`,
		{ timeout: 180_000 },
		async ({ open }) => {
			const [page, other, guest] = [await open({ size, javaScript }), await open({ size, javaScript }), await open({ size, javaScript })];
			const [founder, friend] = [await newPersonLike(cast.amira), await newPersonLike(cast.hanna)];
			const name = `Reise ${newId().slice(-8)}`;
			await enterAs(page, founder);
			await page.goto('/raeume?q=Gutshaus');
			await page.getByRole('link', { name: 'Gutshaus Biesenbrow' }).first().click();
			await page.getByRole('heading', { level: 1, name: 'Gutshaus Biesenbrow' }).waitFor();
			await page.getByRole('heading', { name: 'Leute fürs Gutshaus' }).waitFor();
			await page.getByRole('link', { name: 'Gruppe gründen' }).click();
			await page.getByRole('heading', { level: 1, name: 'Gruppe gründen' }).waitFor();
			await page.getByLabel('Was habt Ihr vor?').fill('Zu kurz.');
			await page.getByRole('button', { name: 'Gruppe gründen' }).click();
			await said(page, 'Wie heißt Eure Gruppe? Ein Arbeitstitel genügt.');
			expect(await page.getByLabel('Was habt Ihr vor?').inputValue()).toBe('Zu kurz.');
			await page.getByLabel(/^Wie heißt Eure Gruppe/).fill(name);
			await page.getByRole('button', { name: 'Gruppe gründen' }).click();
			await said(page, 'Eure Gruppe ist da, und nur Ihr seht sie.');
			const base = new URL(page.url()).pathname;

			await page.goto(`${base}/menschen`);
			await page.getByLabel('Eine Person per Mail').fill(friend.email);
			await page.getByRole('button', { name: 'Einladung schicken' }).click();
			await said(page, 'wartet auf Antwort');
			const link = linkIn(await mailTo(friend.email));
			await guest.goto(link);
			await said(guest, 'Bitte mit genau der Adresse anmelden');
			await enterLike(guest, 'jonas');
			await guest.goto(link);
			await guest.getByRole('heading', { name: 'Diese Einladung lässt sich nicht annehmen' }).waitFor();
			await enterAs(other, friend);
			await other.goto(link);
			await other.getByRole('button', { name: 'Ja, ich bin dabei' }).click();
			await other.getByRole('heading', { level: 1, name }).waitFor();

			await other.goto(`${base}/bedarf`);
			await other.getByLabel(/^Wofür/).fill('Tischlerei');
			await other.getByLabel('mindestens').fill('90');
			await other.getByLabel('höchstens', { exact: true }).fill('60');
			await other.getByRole('button', { name: 'Bedarf eintragen' }).click();
			await said(other, 'Die größte Fläche ist kleiner als die kleinste.');
			expect(await other.getByLabel(/^Wofür/).inputValue()).toBe('Tischlerei');
			await other.getByLabel('höchstens', { exact: true }).fill('120');
			await other.getByRole('button', { name: 'Bedarf eintragen' }).click();
			await other.getByRole('heading', { name: 'Alle zusammen' }).waitFor();
			await said(other, /90.m² bis 120.m²/);
			await said(other, /So ginge es in den 5 Teilen/);

			await page.goto(`${base}/menschen`);
			await page.getByText('Neue Aufgabe').click();
			await page
				.getByLabel(/^Aufgabe/)
				.last()
				.fill('Finanzen');
			await page.getByRole('button', { name: 'Aufgabe eintragen' }).click();
			await page.locator('strong', { hasText: 'Finanzen' }).waitFor();
			await other.goto(`${base}/menschen`);
			await other.getByRole('button', { name: /übernehmen.*Finanzen/ }).click();
			await other.getByRole('button', { name: /abgeben.*Finanzen/ }).waitFor();

			await other.goto(`${base}/unterlagen`);
			await other.getByLabel('Wie heißt sie?').fill('Grundriss');
			await other.getByLabel('Datei').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf });
			await other.getByRole('button', { name: 'Hochladen' }).last().click();
			const file = other.getByRole('link', { name: /Fassung 1.*Grundriss/ });
			await file.waitFor();
			const address = (await file.getAttribute('href')) ?? '';
			expect((await other.request.get(address)).status()).toBe(200);
			expect((await guest.request.get(address)).status()).toBe(404);

			await page.goto(base);
			await page.getByRole('button', { name: 'Für alle zeigen' }).click();
			await said(page, 'Bitte erzählt zuerst in zwei, drei Sätzen');
			await page.getByLabel('Was habt Ihr vor?').fill('Eine Tischlerei und ein Kino im Gartensaal, und im Sommer der Park für alle.');
			await page.getByRole('button', { name: 'Speichern' }).click();
			await said(page, 'Gespeichert.');
			await page.getByRole('button', { name: 'Für alle zeigen' }).click();
			await page.getByRole('link', { name: 'Eure Seite' }).click();
			await page.waitForURL((url) => url.pathname.startsWith('/gruppen/'));
			const shown = new URL(page.url()).pathname;

			await guest.goto(shown);
			await guest.getByLabel(/^Wer Ihr seid/).fill('Ich bringe eine Bandsäge mit.');
			await guest.getByRole('button', { name: 'Anklopfen' }).click();
			await said(guest, 'Ihr habt angeklopft.');
			await page.goto(`${base}/menschen`);
			await said(page, 'Ich bringe eine Bandsäge mit.');
			await page.getByRole('button', { name: /^Aufnehmen/ }).click();
			await said(page, 'Gespeichert.');
			await guest.goto(`${base}/gespraech`);
			await guest.getByRole('heading', { level: 1, name }).waitFor();
			expect(guest.url()).toContain('/konto/gespraeche/');

			await page.goto(`${base}/menschen`);
			await page.getByText('Gruppe verlassen').first().click();
			await page.getByRole('button', { name: 'Gruppe verlassen' }).click();
			await said(page, 'Jemand muss für die Gruppe sprechen.');
			await page.getByLabel('Wer spricht danach für die Gruppe?').selectOption({ label: friend.name });
			await page.getByRole('button', { name: 'Gruppe verlassen' }).click();
			await said(page, 'Ihr habt die Gruppe verlassen.');
			expect((await page.request.get(base)).status()).toBe(404);
			await other.goto(base);
			await said(other, 'Ihr sprecht für die Gruppe');
			await remove(name);
		}
	);

test(
	'to the municipality, and from there a case; a mix that its office invites; the way to a legal form',
	{ timeout: 120_000 },
	async ({ open }) => {
		const [page, clerk] = [await open(), await open()];
		const name = `Vorsicht ${newId().slice(-8)}`;
		await enterLike(page, 'amira');
		await enterLike(clerk, 'ines');
		await page.goto('/konto/gruppen/neu');
		await page.getByLabel(/^Wie heißt Eure Gruppe/).fill(name);
		await page.getByLabel('Wo soll es sein?').fill('16278 Angermünde');
		await page.getByRole('button', { name: 'Gruppe gründen' }).click();
		await said(page, 'Eure Gruppe ist da');
		const base = new URL(page.url()).pathname;
		const id = base.split('/').at(-1) ?? '';
		expect((await clerk.request.get(`/buero/gruppen/${id}`)).status()).toBe(404);
		await page.getByRole('button', { name: 'Der Kommune zeigen' }).click();
		await said(page, 'der Kommune gezeigt');
		await clerk.goto('/buero/gruppen');
		await clerk.getByRole('link', { name }).click();
		await clerk.getByRole('heading', { level: 1, name }).waitFor();
		await clerk.getByRole('link', { name: 'Fall mit der Gruppe eröffnen' }).click();
		await clerk.getByRole('heading', { level: 1, name: 'Fall eröffnen' }).waitFor();
		expect(await clerk.getByLabel(/^Worum geht es/).inputValue()).toBe(name);

		await page.goto(`${base}/rechtsform`);
		await page.getByRole('radio', { name: /Eingetragene GbR/ }).check();
		await page.getByRole('button', { name: 'Wählen' }).click();
		await page.getByRole('heading', { name: 'Eingetragene GbR (eGbR)' }).waitFor();
		for (const step of [
			'Gesellschaftsvertrag schreiben',
			'Über die Haftung sprechen',
			'Zum Gesellschaftsregister anmelden',
			'Konto eröffnen und beim Finanzamt anmelden'
		]) {
			await page.getByRole('button', { name: new RegExp(`Erledigt.*${step}`) }).click();
			await page.getByRole('button', { name: new RegExp(`wieder öffnen.*${step}`) }).waitFor();
		}
		await page.getByLabel(/^Wie heißt sie/).fill(`${name} eGbR`);
		await page.getByRole('button', { name: 'Wir haben eine Rechtsform' }).click();
		await page.getByRole('heading', { level: 1, name: `${name} eGbR` }).waitFor();
		await page.goto(base);
		await said(page, 'mit Rechtsform');
		await remove(`${name} eGbR`);
		await database().query('delete from organisations where name = $1', [`${name} eGbR`]);

		await enterAs(page, 'amira');
		await page.goto('/konto/gruppen');
		await said(page, 'Einladung: eine Gruppe um „Gasthof am Marktplatz“');
		expect(await page.content()).not.toContain('Bühne am Gleis');
	}
);

test('every page of groups reads well', { timeout: 120_000 }, async ({ open }) => {
	const page = await open();
	await expectAllToReadWell(page, ['/gruppen', '/gruppen?q=xyz']);
	await page.goto('/gruppen');
	await page.getByRole('link', { name: 'Leute fürs Gutshaus' }).click();
	await page.getByRole('heading', { level: 1, name: 'Leute fürs Gutshaus' }).waitFor();
	await expectToReadWell(page);
	await enterAs(page, 'amira');
	await page.goto('/konto/gruppen');
	const manor = (await page.getByRole('link', { name: 'Leute fürs Gutshaus' }).getAttribute('href')) ?? '';
	await expectAllToReadWell(page, [
		'/konto/gruppen',
		'/konto/gruppen/neu',
		...['', '/menschen', '/bedarf', '/unterlagen', '/rechtsform'].map((tab) => `${manor}${tab}`)
	]);
	await enterAs(page, 'ines');
	await page.goto('/buero/gruppen');
	const shown = (await page.getByRole('link', { name: 'Leute fürs Gutshaus' }).getAttribute('href')) ?? '';
	await expectAllToReadWell(page, ['/buero/gruppen', shown]);
});
