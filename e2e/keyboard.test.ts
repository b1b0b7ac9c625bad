import type { Page } from 'playwright-core';
import { expect, test } from './support/browser.ts';
import { expectFocus, follow, press, reload, skip, tabTo, type } from './support/keyboard.ts';

/** The main job without a mouse: no click, no field by its selector, and the focus always seen and where a person expects it. */

const list = (mark: string, number: number) =>
	Buffer.from(
		[
			'Stadt Angermünde, Leerstand;;;;;;;;',
			'',
			'Nr.;Straße;PLZ;Ort;Bezeichnung;Art;Nutzfläche;Vermarktung;städtisch;Nutzungsidee;Koordinaten',
			`${mark}-1;Tastengasse ${number};16278;Angermünde;Schlosserei ${mark};Werkstatt;110,5;Miete;ja;Werkstatt, Café;53,0161 13,9962`,
			`${mark}-2;;;;Spritzenhaus ${mark};Feuerwehrhaus;60;Miete;ja;;`
		].join('\r\n'),
		'latin1'
	);

async function enter(page: Page, name: string): Promise<void> {
	await page.goto('/demo');
	await expectFocus(page, 'start');
	await skip(page);
	await follow(page, `Als ${name} anmelden`, /\/konto|\/buero/);
	await expectFocus(page, 'start');
}

/** Sends a list: the file is chosen in the field that has the focus. */
async function send(page: Page, name: string, buffer: Buffer): Promise<void> {
	if (!page.url().includes('/buero')) {
		await press(page, 'Ines Krüger');
		await follow(page, /^Büro/, /\/buero$/);
	}
	await skip(page);
	if (!page.url().includes('/buero/import')) {
		await follow(page, 'Häuser', /\/buero\/raeume$/);
		await expectFocus(page, 'start');
		await skip(page);
	}
	await follow(page, 'Listen einlesen', /\/buero\/import$/);
	await expectFocus(page, 'start');
	await skip(page);
	await tabTo(page, /^Datei/, { tag: 'input' });
	await page.locator('input:focus').setInputFiles({ name, mimeType: 'text/csv', buffer });
	await follow(page, 'Liste hochladen', /\/buero\/import\/[0-9a-f-]{36}/);
	await expectFocus(page, 'start');
	await skip(page);
	await press(page, 'Liste prüfen');
	await page.getByText('Zeile für Zeile').waitFor({ timeout: 60_000 });
}

async function takeOver(page: Page): Promise<void> {
	await skip(page);
	await press(page, /übernehmen$/);
	await page.getByText('Übernommen', { exact: true }).waitFor({ timeout: 60_000 });
}

test('the main job by keyboard alone, from the list to the answer', async ({ open }) => {
	const mark = `Tastatur ${Date.now() % 1e6}`;
	const number = Date.now() % 1e5;
	const clerk = await open();
	await enter(clerk, 'Ines Krüger');

	await send(clerk, 'Leerstand.csv', list(mark, number));
	await skip(clerk);
	await tabTo(clerk, 'Abgelehnte Zeilen herunterladen', { tag: 'a' });
	const [download] = await Promise.all([clerk.waitForEvent('download'), clerk.keyboard.press('Enter')]);
	const rejected = await new Response((await download.createReadStream()) as unknown as ReadableStream).text();
	await tabTo(clerk, 'Zum Inhalt springen', { tag: 'a', key: 'Shift+Tab' });
	await clerk.keyboard.press('Enter');
	await press(clerk, /übernehmen$/);
	await clerk.getByText('Übernommen', { exact: true }).waitFor({ timeout: 60_000 });
	await expectFocus(clerk, 'start');

	const mended = rejected.replace(`${mark}-2;;;;`, `${mark}-2;Am Teich ${number};16278;Angermünde;`);
	expect(mended).not.toBe(rejected);
	await send(clerk, 'Leerstand nachgebessert.csv', Buffer.from(mended));
	await takeOver(clerk);

	await skip(clerk);
	await follow(clerk, 'Häuser im Register von Angermünde ansehen', /\/buero\/raeume/);
	await skip(clerk);
	await type(clerk, 'Titel, Adresse', `Schlosserei ${mark}`);
	await clerk.keyboard.press('Enter');
	await clerk.waitForURL(/q=/);
	await skip(clerk);
	await follow(clerk, `Schlosserei ${mark}`, /\/buero\/raeume\/[0-9a-f-]{36}/);
	const id = /[0-9a-f-]{36}/.exec(clerk.url())?.[0] ?? '';
	await skip(clerk);
	await follow(clerk, 'Vorschau', /\/vorschau/);
	await skip(clerk);
	await tabTo(clerk, 'Ortsteil (etwa 500 m)', { tag: 'input' });
	await clerk.keyboard.press('ArrowUp');
	await follow(clerk, 'So ansehen', /genau=/);
	await expectFocus(clerk, 'start');
	await skip(clerk);
	await follow(clerk, /So veröffentlichen|Lage so zeigen/, /fertig=veroeffentlicht/);
	await expectFocus(clerk, 'message');
	await follow(clerk, 'Wer passt?', /\/passung/);
	await skip(clerk);
	await tabTo(clerk, /Interesse zeigen: .*Offene Werkstatt und Café/, { tag: 'button' });
	const score = await clerk.locator('.pair:focus-within .match .number').innerText();
	await tabTo(clerk, 'Zum Gesuch: Offene Werkstatt und Café', { tag: 'a', key: 'Shift+Tab' });

	const group = await open();
	await enter(group, 'Amira Haddad');
	await skip(group);
	await follow(group, 'Gesuche', /\/konto\/gesuche$/);
	await skip(group);
	await follow(group, 'Offene Werkstatt und Café', /\/konto\/gesuche\/[0-9a-f-]{36}/);
	await skip(group);
	if (!group.url().includes('/passung')) await follow(group, /Was passt|Passung/, /\/passung/);
	await skip(group);
	const interest = new RegExp(`Interesse zeigen: Schlosserei ${mark}`);
	for (let more = 0; more < 40 && (await group.locator(`[id="${id}"] details[open]`).count()) === 0; more++) {
		await tabTo(group, `Schlosserei ${mark}`, { tag: 'summary', most: 400 });
		await group.keyboard.press('Enter');
	}
	await tabTo(group, interest, { tag: 'button', most: 400 });
	expect(await group.locator('.pair:focus-within .match .number').innerText(), 'the same pair, the same score').toBe(score);
	await group.keyboard.press('Enter');
	await group.locator(`[id="${id}"]`).getByText('Euer Interesse ist gezeigt').waitFor();
	await expectFocus(group, 'message');

	await reload(clerk);
	await skip(clerk);
	await tabTo(clerk, /Interesse zeigen: .*Offene Werkstatt und Café/, { tag: 'button' });
	await clerk.keyboard.press('Enter');
	await clerk.locator('.pair').filter({ hasText: 'Offene Werkstatt und Café' }).getByText('Sprecht miteinander').waitFor();
	await expectFocus(clerk, 'message');
});

test('the menus open, close with Escape and give the focus back', async ({ open }) => {
	for (const [size, javaScript] of [
		['desktop', true],
		['phone', false]
	] as const) {
		const page = await open({ size, javaScript });
		await enter(page, 'Amira Haddad');
		for (const path of ['/raeume', '/konto']) {
			await page.goto(path);
			const name = size === 'phone' ? 'Menü' : 'Amira Haddad';
			await tabTo(page, name, { tag: 'button' });
			await page.keyboard.press('Enter');
			await tabTo(page, 'Konto', { tag: 'a', most: 9 });
			await page.keyboard.press('Escape');
			await expectFocus(page, new RegExp(`^${name}`));
			expect(await page.locator(':popover-open').count()).toBe(0);
			await page.keyboard.press('Enter');
			await follow(page, 'Konto', /\/konto/);
		}
	}
});
