import type { Page } from 'playwright-core';
import { expect, expectAccessible, test } from './support/browser.ts';
import { scoreIn } from './support/pairs.ts';
import { enterAs } from './support/people.ts';
import { until } from './support/until.ts';

/** The main job, once through: the town's list becomes published spaces that find their group, and both sides say yes. */

/** A list as a town would send it: title lines, Windows-1252, semicolons, decimal commas; the third row lacks its address. */
function townList(mark: string, houseNumber: number): Buffer {
	const rows = [
		['Stadt Angermünde, Liegenschaften', '', '', '', '', '', '', '', '', ''],
		[],
		['Lfd. Nr.', 'Straße', 'PLZ', 'Ort', 'Bezeichnung', 'Art', 'Nutzfläche', 'Vermarktung', 'städtisch', 'Nutzungsidee', 'Koordinaten'],
		[
			`${mark}-1`,
			`Gartenstraße ${houseNumber}`,
			'16278',
			'Angermünde',
			`Schlosserei ${mark}`,
			'Werkstatt',
			'110,5',
			'Miete',
			'ja',
			'Werkstatt, Café',
			'53,0161 13,9962'
		],
		[
			`${mark}-2`,
			`Jägerstraße ${houseNumber}`,
			'16278',
			'Angermünde',
			`Bäckerei ${mark}`,
			'Laden',
			'95',
			'Miete',
			'ja',
			'Café',
			'53,0139 13,9935'
		],
		[`${mark}-3`, '', '', '', `Spritzenhaus ${mark}`, 'Feuerwehrhaus', '60', 'Miete', 'ja', '', '']
	];
	return Buffer.from(rows.map((row) => row.join(';')).join('\r\n'), 'latin1');
}

async function importList(page: Page, name: string, buffer: Buffer): Promise<void> {
	await page.goto('/buero/import');
	await page.getByLabel('Datei').setInputFiles({ name, mimeType: 'text/csv', buffer });
	await page.getByRole('button', { name: 'Liste hochladen und ansehen' }).click();
	await page.waitForURL(/\/buero\/import\/[0-9a-f-]{36}/);
	await page.getByRole('button', { name: 'Liste prüfen' }).click();
	await until(page, 'Zeile für Zeile');
}

/** Publishes a house from its preview, the only place that has the button. Returns its id. */
async function publish(page: Page, title: string): Promise<string> {
	await page.goto(`/buero/raeume?q=${encodeURIComponent(title)}`);
	await page.getByRole('link', { name: title }).first().click();
	await page.waitForURL(/[0-9a-f-]{36}/);
	const id = /[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
	await page.goto(`/buero/raeume/${id}/vorschau?genau=street`);
	await page.getByRole('button', { name: 'So veröffentlichen' }).click();
	await page.getByText('Ab jetzt brennt hier Licht').waitFor();
	return id;
}

test.for([
	{ name: 'with JavaScript', javaScript: true, mark: 'Tagschicht', houseNumber: 71 },
	{ name: 'without JavaScript', javaScript: false, mark: 'Nachtschicht', houseNumber: 82 }
])('a vacant building finds its group: $name', async ({ javaScript, mark, houseNumber }, { open }) => {
	const clerk = await open({ javaScript });
	await enterAs(clerk, 'ines');
	await importList(clerk, `${mark}.csv`, townList(mark, houseNumber));
	expect(await clerk.getByText('1 Zeile').or(clerk.getByText('abgelehnt')).count()).toBeGreaterThan(0);
	const mend = await clerk.getByRole('link', { name: 'Abgelehnte Zeilen herunterladen' }).getAttribute('href');
	const rejected = await (await clerk.request.get(new URL(mend ?? '', clerk.url()).href)).text();
	await clerk.getByRole('button', { name: /Häuser übernehmen/ }).click();
	await until(clerk, 'Übernommen');

	const mended = rejected.replace(`${mark}-3;;;;`, `${mark}-3;Am Teich ${houseNumber};16278;Angermünde;`);
	expect(mended).not.toBe(rejected);
	await importList(clerk, `${mark} nachgebessert.csv`, Buffer.from(mended));
	await clerk.getByRole('button', { name: /übernehmen/ }).click();
	await until(clerk, 'Übernommen');

	const workshop = await publish(clerk, `Schlosserei ${mark}`);
	await publish(clerk, `Bäckerei ${mark}`);
	const guest = await open({ javaScript });
	await guest.goto(`/raeume?q=${encodeURIComponent(mark)}`);
	await guest.getByRole('heading', { name: `Schlosserei ${mark}` }).waitFor();
	expect(await guest.content()).not.toContain('Gartenstraße');

	await clerk.goto(`/buero/raeume/${workshop}/passung`);
	const seenByClerk = clerk.locator('.pair').filter({ hasText: 'Offene Werkstatt und Café' }).first();
	const score = await scoreIn(seenByClerk);
	expect(Number(score)).toBeGreaterThan(60);
	if (javaScript) await expectAccessible(clerk);

	const group = await open({ javaScript, size: 'phone' });
	await enterAs(group, 'amira');
	await group.goto('/konto/gesuche/00000000-0000-7000-a000-000000000001/passung');
	const seenByGroup = group.locator(`[id="${workshop}"]`);
	expect(await scoreIn(seenByGroup)).toBe(score);
	await seenByGroup.getByRole('button', { name: /Interesse zeigen/ }).click();
	await clerk.reload();
	await seenByClerk.getByRole('button', { name: /Interesse zeigen/ }).click();
	await clerk.locator('.pair').filter({ hasText: 'Offene Werkstatt und Café' }).getByText('Sprecht miteinander').waitFor();
	await group.reload();
	await group.locator(`[id="${workshop}"]`).getByText('Sprecht miteinander').waitFor();
});
