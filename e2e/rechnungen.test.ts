import type { Page } from 'playwright-core';
import { camtFile } from '#testing/camt.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { enterAs } from './support/people.ts';
import { linkIn, mailTo } from './support/mail.ts';

const base = '/buero/netzwerk/helle-orte/rechnungen';
const enter = async (page: Page, name: RegExp) => {
	await page.goto('/demo');
	await page.getByRole('button', { name }).click();
};

test.for([false, true])(
	'the office writes an invoice, the cash office opens it by its link, the bank file pays it (JavaScript: %s)',
	async (javaScript, { open }) => {
		const page = await open({ javaScript, size: javaScript ? 'desktop' : 'phone' });
		const email = `kasse-${Date.now()}@stadt.example`;
		await enter(page, /Oskar Behrens/);
		await page.goto(`${base}/neu`);
		await page.getByLabel('An wen?').selectOption({ label: 'Wunsiedel' });
		await page.getByRole('button', { name: 'Weiter' }).click();
		await page.getByLabel('Preis in €, Zeile 1').fill('hundert');
		await page.getByLabel('E-Mail für Rechnungen').fill(email);
		await page.getByRole('button', { name: 'Ausstellen und schicken' }).click();
		expect(await page.getByRole('alert').textContent()).toContain('einen Betrag');
		expect(await page.getByLabel('E-Mail für Rechnungen').inputValue()).toBe(email);
		await page.getByLabel('Preis in €, Zeile 1').fill('100,50');
		await page.getByRole('button', { name: 'Ausstellen und schicken' }).click();
		await page.getByText('Ausgestellt.').waitFor();
		const number = (/HO-\d{4}-\d{4}/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '') ?? [''])[0];
		const address = new URL(page.url()).pathname;

		const guest = await open({ javaScript: false, size: 'phone' });
		await guest.goto(linkIn(await mailTo(email)));
		expect(await guest.getByRole('heading', { level: 1 }).textContent()).toBe(`Rechnung ${number}`);
		for (const [name, begin] of [
			['PDF ansehen', '%PDF-1.7'],
			['XRechnung (XML)', '<?xml']
		] as const) {
			const got = await guest.request.get((await guest.getByRole('link', { name }).getAttribute('href')) ?? '');
			expect((await got.body()).subarray(0, begin.length).toString()).toBe(begin);
		}

		await page.goto(`${base}/bank`);
		const coffeeBox = `Kaffeekasse ${Date.now()}`;
		const movements = [
			{ amount: '100.50', name: 'Stadtkasse Wunsiedel', purpose: `Rechnung ${number}`, reference: `R-${number}` },
			{ amount: '7.77', name: 'Jutta Sommer', purpose: coffeeBox, reference: `K-${number}` }
		];
		const file = { name: 'auszug.xml', mimeType: 'application/xml', buffer: Buffer.from(camtFile(movements)) };
		await page.getByLabel('Kontoauszug').setInputFiles({ ...file, buffer: Buffer.from('kein Auszug') });
		await page.getByRole('button', { name: 'Einlesen' }).click();
		expect(await page.getByRole('alert').textContent()).toContain('kein Kontoauszug');
		await page.getByLabel('Kontoauszug').setInputFiles(file);
		await page.getByRole('button', { name: 'Einlesen' }).click();
		await page.getByText('Gelesen: 2 Umsätze, davon neu: 2. Gebucht ist noch nichts.').waitFor();
		expect(await page.getByRole('listitem').filter({ hasText: coffeeBox }).getByText('unbekannt').count()).toBe(1);
		const ticked = page.getByRole('checkbox', { checked: true });
		const labels = await ticked.evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''));
		for (const name of labels.filter((label) => !label.includes('100,50'))) await ticked.and(page.getByLabel(name)).first().uncheck();
		await page.getByRole('button', { name: 'Angekreuzte buchen' }).click();
		await page.getByText('Eine Zahlung ist gebucht.').waitFor();
		const coffee = page.getByRole('listitem').filter({ hasText: coffeeBox });
		await coffee.getByRole('button', { name: 'gehört zu keiner Rechnung' }).click();
		await page.goto(address);
		expect(await page.getByLabel(number, { exact: true }).getByText('bezahlt', { exact: true }).count()).toBe(1);
	}
);

test('a town sees its own invoices and says where they go; the editor of the network and other towns see none', async ({ open }) => {
	const page = await open({ javaScript: false, size: 'phone' });
	await enter(page, /Ines Krüger/);
	expect((await page.goto(base))?.status()).toBe(403);
	await page.goto('/konto/organisation');
	await page.getByRole('link', { name: 'Angermünde' }).first().click();
	await page.getByRole('link', { name: 'Rechnungen', exact: true }).click();
	expect(await page.getByText('Lernreise nach Oberfranken').count()).toBe(1);
	const own = new URL(page.url()).pathname;
	await page.getByLabel('Postleitzahl').fill('1627');
	await page.getByLabel('E-Mail für Rechnungen').fill('kasse@angermuende.example');
	await page.getByRole('button', { name: 'Speichern' }).click();
	expect(await page.getByRole('alert').textContent()).toContain('fünf Ziffern');
	await page.getByLabel('Postleitzahl').fill('16278');
	await page.getByRole('button', { name: 'Speichern' }).click();
	expect(await page.getByText('Gespeichert.').count()).toBe(1);
	const other = await open();
	await enter(other, /Friedrich Nowak/);
	expect((await other.goto(own))?.status()).toBe(404);
});

test('the pages of invoices stand', async ({ open }) => {
	const page = await open();
	await enterAs(page, 'oskar');
	await page.goto(`${base}?faellig=refund`);
	const detail = await page.getByRole('rowheader').getByRole('link').first().getAttribute('href');
	await expectAllToReadWell(page, [base, detail ?? base, `${base}/bank`, `${base}/absender`, `${base}/neu`]);
});
