import { inject } from 'vitest';
import { expect, expectAccessible, expectAllToReadWell, test } from './support/browser.ts';

const house = '/raeume/gasthof-am-marktplatz-angermuende';

test('the list, a house and the interface are in order', async ({ open }) => {
	await expectAllToReadWell(await open(), [
		'/raeume',
		'/raeume?q=werkstatt',
		'/raeume?ort=Angerm%C3%BCnde&umkreis=25&nutzung=cafe',
		'/raeume?q=gibtesnicht',
		house,
		'/api'
	]);
});

test('search, narrow down, take it back: all of it without JavaScript', async ({ open }) => {
	const page = await open({ javaScript: false });
	await page.goto('/raeume');
	// Around Wunsiedel: elsewhere other journeys publish and withdraw houses meanwhile.
	const sum = async () => Number.parseInt((await page.locator('.sum strong').innerText()).replace('.', ''), 10);
	await page.getByLabel('Wo?').fill('95632');
	await page.getByRole('button', { name: 'Suchen' }).click();
	expect(page.url()).toContain('ort=95632');
	const near = await sum();
	const facet = page.locator('.filter fieldset').first();
	const count = await facet.locator('.count').first().innerText();
	await facet.getByRole('checkbox').first().check();
	await page.getByRole('button', { name: 'Anwenden' }).click();
	expect(await page.locator('.sum strong').innerText()).toBe(count === '1' ? '1 Raum' : `${count} Räume`);
	for (const chip of [/ km/, /./]) await page.locator('.chips .tag').filter({ hasText: chip }).first().click();
	expect(await sum()).toBeGreaterThan(near);
	expect(new URL(page.url()).search).toBe('');
});

test('from the list into the house and what it tells, without JavaScript', async ({ open }) => {
	const page = await open({ javaScript: false, size: 'phone' });
	await page.goto('/raeume?q=gasthof+marktplatz');
	await page.getByRole('link', { name: 'Gasthof am Marktplatz' }).click();
	expect(new URL(page.url()).pathname).toBe(house);
	const text = await page.locator('article').innerText();
	for (const part of [
		'Aktenzeichen',
		'Nutzfläche',
		'Die Räume im Haus',
		'Was dieses Haus erzählt',
		'Der Weg dieses Hauses',
		'Wo es liegt',
		'Mit wem Ihr sprecht'
	])
		expect(text, part).toContain(part);
	expect(await page.getByRole('link', { name: 'Interesse zeigen' }).count()).toBe(1);
});

test('an empty result says what helps', async ({ open }) => {
	const page = await open();
	await page.goto('/raeume?q=raumschiff&ort=Angerm%C3%BCnde&umkreis=5');
	await page.getByRole('link', { name: 'Umkreis auf 10 km vergrößern' }).click();
	expect(page.url()).toContain('umkreis=10');
	expect(await page.getByRole('link', { name: 'Gesuch aufgeben' }).count()).toBe(1);
});

test('a strange address is read as far as it makes sense', async ({ open }) => {
	const page = await open();
	const response = await page.goto('/raeume?nutzung=schwimmbad&flaeche_min=viel&seite=abc&bbox=1,2');
	expect(response?.status()).toBe(200);
	expect(await page.locator('.notice').count()).toBeGreaterThan(2);
	expect(await page.locator('.card').count()).toBe(20);
});

test('the keyboard alone reaches the search, the filters and the first house', async ({ open }) => {
	const page = await open();
	await page.goto('/raeume');
	const stops: string[] = [];
	for (let i = 0; i < 90; i++) {
		await page.keyboard.press('Tab');
		stops.push(
			await page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.getAttribute('href') ?? '')
		);
		if (stops.at(-1)?.startsWith('/raeume/')) break;
	}
	expect(stops).toEqual(expect.arrayContaining(['#inhalt', 'q', 'ort', 'umkreis', 'nutzung']));
	expect(stops.at(-1)).toMatch(/^\/raeume\//);
});

test('the map shows the same as the list, asks nobody else, and can be skipped', async ({ open }) => {
	const page = await open();
	const foreign: string[] = [];
	const tiles: string[] = [];
	page.on('request', (request) => {
		if (!request.url().startsWith(inject('baseUrl')) && !/^(blob|data):/.test(request.url())) foreign.push(request.url());
		if (request.url().includes('/raeume/kacheln/')) tiles.push(request.url());
	});
	await page.goto('/raeume?ansicht=karte&angebot=miete&land=09');
	expect(new URL(page.url()).pathname).toBe('/raeume/karte');
	await page.locator('space-map[data-ready]').waitFor({ timeout: 60_000 });
	expect(foreign).toEqual([]);
	expect(tiles.length).toBeGreaterThan(0);
	for (const tile of tiles) expect(tile).toContain('angebot=miete');
	const found = await page.locator('.sum strong').innerText();
	expect(await page.getByRole('link', { name: /Karte überspringen/ }).count()).toBe(1);
	await expectAccessible(page);
	await page.goto('/raeume?angebot=miete&land=09');
	expect(await page.locator('.sum strong').innerText()).toBe(found);
});

test('without JavaScript the map page is the list', async ({ open }) => {
	const page = await open({ javaScript: false });
	await page.goto('/raeume/karte');
	expect(await page.locator('.card').count()).toBe(20);
});

test('a page of a house that was never there answers 404 and leads on', async ({ open }) => {
	const page = await open();
	const response = await page.goto('/raeume/gibt-es-nicht');
	expect(response?.status()).toBe(404);
	expect(await page.getByRole('link').filter({ hasText: /Räume/ }).count()).toBeGreaterThan(0);
});
