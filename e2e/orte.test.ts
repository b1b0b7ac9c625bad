import sharp from 'sharp';
import { expect, expectAccessible, expectAllToReadWell, expectReflow, test } from './support/browser.ts';
import { enterAs } from './support/people.ts';

test('the pages of places stand', async ({ open }) => {
	await expectAllToReadWell(await open(), [
		'/orte',
		'/orte?stand=emerging&land=12',
		'/orte?q=raumstation',
		'/orte/alte-molkerei-angermuende',
		'/orte/werkhof-angermuende'
	]);
});

test('without a script: by facets to a place, what its network says, and on to its municipality', async ({ open }) => {
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto('/');
	await page.getByText('Menü', { exact: true }).click();
	await page.getByRole('link', { name: 'Orte', exact: true }).click();
	const all = await page
		.getByRole('listitem')
		.filter({ has: page.getByRole('heading', { level: 3 }) })
		.count();
	expect(all).toBeGreaterThan(9);
	await page.getByText('Eingrenzen').click();
	await page.getByRole('radio', { name: /ausgezeichnet/ }).check();
	await page.getByRole('checkbox', { name: /Coworking/ }).check();
	await page.getByRole('button', { name: 'Anwenden' }).click();
	expect(new URL(page.url()).search).toContain('stand=awarded&buchbar=coworking');
	await page.getByRole('link', { name: 'Alte Molkerei' }).click();
	expect(await page.getByRole('heading', { name: 'Ein echter Heller Ort, weil …' }).count()).toBe(1);
	await page.getByRole('link', { name: 'Angermünde', exact: true }).first().click();
	expect(new URL(page.url()).pathname).toBe('/kommunen/angermuende');
	expect((await page.goto('/orte/feuerwache-arnstadt'))?.status()).toBe(404);
});

test.for([true, false])(
	'a group begins a place, says what is missing, shows it, and takes it back (script: %s)',
	async (javaScript, { open }) => {
		const page = await open({ size: 'phone', javaScript });
		const name = `Seilerei ${Date.now()}`;
		await enterAs(page, 'amira');
		await page.goto('/konto/orte/neu');
		await page.getByRole('button', { name: 'Anlegen' }).click();
		expect(await page.getByRole('alert').textContent()).toContain('Wie heißt der Ort?');
		await page.getByLabel(/Wie heißt der Ort/).fill(name);
		await page.getByLabel(/In welcher Kommune/).fill('Angermünde');
		await page.keyboard.press('Escape');
		await page.getByLabel(/Netzwerk, das ihn begleitet/).selectOption('helle-orte');
		await page.getByRole('button', { name: 'Anlegen' }).click();
		await page.getByRole('heading', { level: 1, name }).waitFor();
		await page.getByRole('link', { name: 'Profil bearbeiten' }).click();
		await page.getByLabel('Satz für die Karte').fill('Eine Seilerbahn, hundert Meter lang, in der wieder geknüpft wird.');
		await page.getByLabel('Fertigstellung').fill('bald');
		await page.getByRole('button', { name: 'Speichern' }).click();
		expect(await page.getByRole('alert').textContent()).toContain('Fertigstellung');
		expect(await page.getByLabel('Satz für die Karte').inputValue()).toContain('Seilerbahn');
		await page.getByLabel('Fertigstellung').fill('2029');
		await page.getByLabel('Das Projekt').fill('Die Bahn stand leer. Jetzt knüpfen hier neun Menschen Seile, Pläne und Bekanntschaften.');
		await page.getByRole('button', { name: 'Speichern' }).click();
		await page.getByText('Es fehlt „Die Lage“').waitFor();
		await page.getByRole('link', { name: 'Profil bearbeiten' }).click();
		await page.getByLabel('Die Lage').fill('Hinter dem Bahnhof.');
		await page.getByLabel('Offene Angebote und Treffpunkte').fill('Knüpfabend am Mittwoch.');
		await page.getByLabel('Vision').fill('Eine Bahn für alle.');
		await page.getByLabel('Stand der Dinge').fill('Das Dach ist dicht.');
		await page.getByLabel('E-Mail').fill('geheim@seilerei.example');
		await page.getByLabel('Website').fill('https://seilerei.example');
		await page.getByRole('button', { name: 'Speichern' }).click();
		await page.getByRole('link', { name: 'Vorschau ansehen und veröffentlichen' }).click();
		await page.getByText('So sieht es die Öffentlichkeit').waitFor();
		await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
		await page.getByRole('link', { name: 'ansehen', exact: true }).click();
		await page.waitForURL(/\/orte\/seilerei-/);
		await page.getByRole('heading', { level: 1, name }).waitFor();
		const address = page.url();
		const guest = await open();
		await guest.goto(address);
		expect(await guest.getByText('geheim@seilerei.example').count()).toBe(0);
		await page.goBack();
		await page.getByRole('button', { name: 'Von der Öffentlichkeit nehmen' }).click();
		await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).waitFor();
		expect((await guest.goto(address))?.status()).toBe(404);
	}
);

test('a picture shows once it has words and a name; the office speaks for its network', async ({ open }) => {
	const page = await open({ javaScript: false });
	await enterAs(page, 'oskar');
	await page.goto('/buero/netzwerk/helle-orte/orte');
	await page.getByRole('link', { name: 'Stellwerk 3' }).click();
	await page.getByLabel(/Ein echter Heller Ort, weil/).fill('hier drei Generationen an einem Webstuhl sitzen.');
	await page.getByLabel('Notiz für das Büro').fill('Aufzug nachfragen');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.getByRole('link', { name: 'Im Auftrag der Gruppe bearbeiten' }).click();
	const base = page.url();
	await page.goto(`${base}/bilder`);
	const png = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#b9543a' } })
		.png()
		.toBuffer();
	await page.getByLabel('Bilder auswählen').setInputFiles({ name: 'weberei.png', mimeType: 'image/png', buffer: png });
	await page.getByRole('button', { name: 'Hochladen' }).click();
	expect(await page.getByText('noch nicht zu sehen').count()).toBe(1);
	await page.getByLabel('Bildbeschreibung').fill('Eine rote Halle mit Sägedach');
	await page.getByLabel('Foto von').fill('Maik Oehme');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.goto(`${base}/vorschau`);
	await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
	const guest = await open();
	await guest.goto('/orte/stellwerk-neukirchen');
	const picture = guest.getByRole('img', { name: 'Eine rote Halle mit Sägedach' });
	expect(await picture.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(640);
	expect(await guest.getByText('hier drei Generationen an einem Webstuhl sitzen.').count()).toBe(1);
	expect(await guest.getByText('Aufzug nachfragen').count()).toBe(0);
	expect(await guest.getByText('Foto: Maik Oehme').count()).toBe(1);
});

test('the pages of group and office stand on the phone', async ({ open }) => {
	const page = await open({ size: 'phone' });
	await enterAs(page, 'oskar');
	await page.goto('/buero/netzwerk/helle-orte/orte');
	await expectReflow(page);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Werkhof' }).click();
	await expectReflow(page);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Im Auftrag der Gruppe bearbeiten' }).click();
	const base = page.url();
	for (const path of ['/konto/orte', '/konto/orte/neu', base, `${base}/profil`, `${base}/bilder`, `${base}/vorschau`]) {
		await page.goto(path);
		expect(await page.locator('h1').count(), path).toBe(1);
		await expectReflow(page);
		await expectAccessible(page);
	}
});

test('the API reads places by cursor and describes itself; the sitemap names them', async ({ open }) => {
	const page = await open();
	const first = await (await page.request.get('/api/v1/places?limit=5&network=helle-orte')).json();
	expect(first.items).toHaveLength(5);
	const second = await (await page.request.get(first.next)).json();
	expect(new Set([...first.items, ...second.items].map(({ id }: { id: string }) => id)).size).toBe(10);
	expect((await page.request.get('/api/v1/places?state=lila')).status()).toBe(422);
	expect((await page.request.get('/api/v1/places?cursor=quatsch')).status()).toBe(422);
	const one = await (await page.request.get(`/api/v1/places/${first.items[0].id}`)).json();
	expect(one).toEqual(first.items[0]);
	const spec = await (await page.request.get('/api/v1/openapi.json')).json();
	expect(Object.keys(spec.paths)).toContain('/places/{id}');
	expect(await (await page.request.get('/sitemap/seiten')).text()).toContain('/orte/alte-molkerei-angermuende');
});
