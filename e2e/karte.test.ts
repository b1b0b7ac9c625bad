import { inject } from 'vitest';
import { expect, expectAccessible, expectReflow, test } from './support/browser.ts';

test('without a script: the drawing, the legend as filter, the same as a list, and every view an address', async ({ open }) => {
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto('/karte');
	expect(await page.getByRole('img', { name: /Karte: \d+ Kommunen mit Profil, \d+ Mitglieder/ }).count()).toBe(1);
	expect(await page.getByRole('link', { name: 'Angermünde', exact: true }).first().getAttribute('href')).toBe('/kommunen/angermuende');
	for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
	await page.getByRole('checkbox', { name: /Mitglieder der Netzwerke/ }).check();
	await page.getByLabel('Netzwerk', { exact: true }).selectOption({ label: 'Helle Orte' });
	await page.getByLabel('Land', { exact: true }).selectOption({ label: 'Brandenburg' });
	await page.getByRole('button', { name: 'Zeigen' }).click();
	expect(new URL(page.url()).search).toBe('?ebene=mitglieder&land=12&netz=helle-orte');
	const list = page.locator('#liste');
	expect(await list.getByRole('heading', { level: 3 }).count()).toBe(1);
	expect(await list.getByText('Helle Orte').count()).toBe(Number(await list.locator('.sum strong').innerText()));
	await page.goto('/karte?q=werkstatt&ort=Angerm%C3%BCnde');
	expect(new URL(page.url()).pathname).toBe('/raeume/karte');
});

test('with a script a map to move lies over the drawing, from our own tiles alone', async ({ open }) => {
	const page = await open();
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('/karte?land=12');
	await page.locator('atlas-map[data-ready]').waitFor({ timeout: 60_000 });
	expect(asked.filter((url) => !url.startsWith(inject('baseUrl')) && !/^(blob|data):/.test(url))).toEqual([]);
	for (const tiles of ['/karte/kacheln/', '/raeume/kacheln/']) {
		const ours = asked.filter((url) => url.includes(tiles));
		expect(ours.length, tiles).toBeGreaterThan(0);
		for (const url of ours) expect(url).toContain('land=12');
	}
	await expectReflow(page);
	await expectAccessible(page);
});

test('the map stands on a phone by night', async ({ open }) => {
	const page = await open({ size: 'phone', dark: true });
	await page.goto('/karte?ebene=ohne&ebene=kommunen&ebene=gesuche');
	await expectReflow(page);
	await expectAccessible(page);
});
