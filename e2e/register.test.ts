import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { inject } from 'vitest';
import { expect, expectAccessible, expectAllToReadWell, expectReflow, goToTab, test } from './support/browser.ts';
import { enterLike } from './support/people.ts';

const baseUrl = inject('baseUrl');
const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/;
let count = 0;
/** A house number no other run has used, so that only who wants a twin meets one. */
const newNumber = () => `${(Date.now() % 1e8) * 10 + count++}`;

const next = (page: Page) => page.getByRole('button', { name: /^Weiter/ }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const field = (page: Page, name: string) => page.locator(`main form [name="${name}"]`).first();
const idOf = (page: Page) => uuid.exec(page.url())?.[0] ?? '';

type House = { base?: string; number: string; street?: string; city?: string; postalCode?: string };

/** The steps from the picture to the kind of house. */
async function place(
	page: Page,
	{ base = '/buero/raeume', number, street = 'Nadelgasse', city = 'Herzberg (Elster)', postalCode = '04916' }: House
) {
	await page.goto(`${base}/neu/bild`);
	await next(page);
	await heading(page, 'Wo steht es?');
	for (const [name, value] of Object.entries({ street, houseNumber: number, postalCode, city })) await field(page, name).fill(value);
	await next(page);
	await heading(page, 'Steht die Nadel richtig?');
}

async function rest(page: Page, { title }: { title: string }) {
	await heading(page, 'Wie groß ist es?');
	await field(page, 'usableAreaM2').fill('1.234,5');
	await next(page);
	await heading(page, 'Für wen könnte es sein?');
	await field(page, 'title').fill(title);
	await next(page);
	await heading(page, 'Stimmt alles?');
}

async function kind(page: Page) {
	await heading(page, 'Was ist es?');
	await field(page, 'propertyType').selectOption('inn');
	const municipal = page.getByLabel('Das Gebäude gehört der Kommune');
	if (await municipal.count()) await municipal.check();
	await next(page);
}

/** A whole house of the town, on the short way. Returns its id. */
async function record(page: Page, house: House, title = 'Haus der Nadeln'): Promise<string> {
	await place(page, house);
	await next(page);
	await kind(page);
	await rest(page, { title });
	await page.getByRole('button', { name: 'Haus erfassen' }).click();
	await page.waitForURL(/gespeichert=neu/);
	return idOf(page);
}

test.for([[true], [false]] as const)('the newcomer records a house on a phone (JavaScript: %s)', async ([javaScript], { open }) => {
	const page = await open({ size: 'phone', javaScript });
	const look = async () => {
		if (!javaScript) return;
		await expectReflow(page);
		await expectAccessible(page);
	};
	await enterLike(page, 'friedrich');
	const number = newNumber();
	await page.goto('/buero/raeume/neu/bild');
	await look();
	await next(page);
	await look();
	await place(page, { number });
	await look();
	expect(await page.getByText('Die Nadel liegt in').innerText()).toContain('Herzberg');
	await next(page);
	await heading(page, 'Was ist es?');
	await next(page);
	expect(await page.getByRole('alert').innerText()).toContain('was für ein Gebäude');
	await look();

	await page.goto('/');
	await page.goto('/buero/raeume/neu/ort');
	expect(await field(page, 'houseNumber').inputValue(), 'the draft survives leaving').toBe(number);
	await page.goto('/buero/raeume/neu/art');
	await kind(page);
	await look();
	await rest(page, { title: 'Haus der Nadeln' });
	await look();
	const answers = await page.locator('.answers').innerText();
	for (const answer of ['Herzberg', 'Gasthof', '1.234,5', number]) expect(answers).toContain(answer);
	await page.getByRole('button', { name: 'Haus erfassen' }).click();
	await page.waitForURL(/gespeichert=neu/);
	expect(await page.locator('main').innerText()).toContain('Haus der Nadeln ist erfasst.');
	await look();
	const first = idOf(page);

	await place(page, { number: ` ${number} `, street: 'NADELGASSE' });
	await next(page);
	await kind(page);
	await rest(page, { title: 'Haus der Nadeln, noch einmal' });
	expect(await page.locator('.notice', { hasText: 'Vielleicht ist es schon erfasst' }).innerText()).toContain('gleiche Adresse');
	expect(await page.locator(`main a[href="/buero/raeume/${first}"]`).count()).toBe(1);
	await look();
	await page.getByRole('button', { name: 'Trotzdem speichern' }).click();
	await page.waitForURL(/gespeichert=neu/);
	expect(idOf(page)).not.toBe(first);
	await page.goto('/buero/raeume/neu/ort');
	expect(await field(page, 'houseNumber').inputValue(), 'the next house starts empty').toBe('');
});

test.for([[true], [false]] as const)('two tabs on one house: both versions are shown (JavaScript: %s)', async ([javaScript], { open }) => {
	const page = await open({ javaScript });
	await enterLike(page, 'friedrich');
	const id = await record(page, { number: newNumber() });
	await page.goto(`/buero/raeume/${id}`);
	const other = await page.context().newPage();
	await other.goto(`/buero/raeume/${id}`);
	await field(page, 'summary').fill('Ein Saal mit Bühne.');
	await page.getByRole('button', { name: 'Speichern', exact: true }).click();
	await page.waitForURL(/gespeichert=1/);
	expect(await page.locator('main').innerText()).toContain('Gespeichert.');
	expect(await field(page, 'usableAreaM2').inputValue()).toBe('1234,5');

	await field(other, 'summary').fill('Eine Werkstatt im Hof.');
	await other.getByRole('button', { name: 'Speichern', exact: true }).click();
	const both = other.getByRole('region', { name: 'Zwei Fassungen' });
	await both.waitFor();
	expect(await both.locator('tbody tr').allInnerTexts()).toEqual([expect.stringMatching(/Kurzbeschreibung[^]*Werkstatt[^]*Bühne/)]);
	expect(await field(other, 'summary').inputValue()).toBe('Eine Werkstatt im Hof.');
	if (javaScript) await expectAccessible(other);
	await other.getByRole('button', { name: 'Speichern', exact: true }).click();
	await other.waitForURL(/gespeichert=1/);
	await page.reload();
	expect(await field(page, 'summary').inputValue()).toBe('Eine Werkstatt im Hof.');
});

test('a house that moves onto another is asked about before it is saved', async ({ open }) => {
	const page = await open();
	await enterLike(page, 'friedrich');
	const [taken, free] = [newNumber(), newNumber()];
	const first = await record(page, { number: taken });
	const id = await record(page, { number: free });
	await page.goto(`/buero/raeume/${id}`);
	await field(page, 'houseNumber').fill(taken);
	await page.getByRole('button', { name: 'Speichern', exact: true }).click();
	const twins = page.locator('.notice', { hasText: 'Vielleicht ist es schon erfasst' });
	await twins.waitFor();
	expect(await twins.getByRole('link').getAttribute('href')).toBe(`/buero/raeume/${first}`);
	await expectAccessible(page);
	const other = await page.context().newPage();
	await other.goto(`/buero/raeume/${id}`);
	expect(await field(other, 'houseNumber').inputValue(), 'nothing is saved yet').toBe(free);
	await field(other, 'lat').fill('53,0152');
	await field(other, 'lon').fill('13,9991');
	await other.getByRole('button', { name: 'Speichern', exact: true }).click();
	await other.getByText(/widersprechen sich: die Nadel liegt in Angermünde/).waitFor();
	await page.getByRole('button', { name: 'Trotzdem speichern' }).click();
	await page.waitForURL(/gespeichert=1/);
	expect(await field(page, 'houseNumber').inputValue()).toBe(taken);
});

const photo = () =>
	sharp({ create: { width: 1600, height: 900, channels: 3, background: '#a94' } })
		.withExif({
			IFD0: { Make: 'Spionagekamera' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 41/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 14/1 0/1' }
		})
		.jpeg()
		.toBuffer();

test('a picture, its description, the preview, the light, and the way back', async ({ open }) => {
	const page = await open();
	await enterLike(page, 'friedrich');
	const id = await record(page, { number: newNumber() });
	expect(await page.getByRole('navigation', { name: 'Dieses Haus' }).innerText()).not.toContain('Wer passt?');
	await page.goto(`/buero/raeume/${id}/bilder`);
	const buffer = await photo();
	expect((await sharp(buffer).metadata()).exif).toBeDefined();
	await page
		.getByLabel(/Dateien auswählen/)
		.first()
		.setInputFiles({ name: 'IMG_1.JPG', mimeType: 'image/jpeg', buffer });
	await page.getByRole('button', { name: 'Hochladen' }).click();
	await page.getByText('Ein Bild ohne Beschreibung').waitFor();
	await expectReflow(page);
	await expectAccessible(page);

	await page.goto(`/buero/raeume/${id}/vorschau`);
	expect(await page.locator('main').innerText()).toContain('Ein Bild hat noch keine Bildbeschreibung.');
	expect(await page.getByRole('button', { name: 'So veröffentlichen' }).count()).toBe(0);
	await expectAccessible(page);
	await page.getByRole('link', { name: 'Bilder beschreiben' }).click();
	await field(page, 'alt').fill('Der Gasthof von der Straße');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.waitForURL(/#bild-/);
	await page.goto(`/buero/raeume/${id}/vorschau`);
	await page.getByRole('button', { name: 'So veröffentlichen' }).click();
	await page.waitForURL(/fertig=veroeffentlicht/);
	expect(await page.getByRole('navigation', { name: 'Dieses Haus' }).innerText()).toContain('Wer passt?');
	await expectReflow(page);
	await expectAccessible(page);
	const address = (await page.getByRole('link', { name: 'Zur öffentlichen Seite' }).getAttribute('href')) ?? '';

	const html = await (await fetch(baseUrl + address)).text();
	expect(html).not.toContain('Nadelgasse');
	const files = [...new Set([...html.matchAll(/\/medien\/[\w.-]+\.webp/g)].map(([path]) => path))];
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) {
		const answer = await fetch(baseUrl + file);
		expect(answer.status, file).toBe(200);
		const bytes = Buffer.from(await answer.arrayBuffer());
		const { exif, xmp, format } = await sharp(bytes).metadata();
		expect({ exif, xmp, format }, file).toEqual({ exif: undefined, xmp: undefined, format: 'webp' });
		for (const trace of ['Spionagekamera', 'Exif', 'GPS']) expect(bytes.includes(trace), trace).toBe(false);
	}

	await page.goto(`/buero/raeume/${id}/passung`);
	await expectReflow(page);
	await expectAccessible(page);
	await page.goto(`/buero/raeume/${id}/vorschau`);
	await page.getByRole('button', { name: 'Zurückziehen' }).click();
	await page.waitForURL(/fertig=zurueckgezogen/);
	expect((await fetch(baseUrl + address, { headers: { accept: 'text/html' } })).status).toBe(410);
	for (const file of files) expect((await fetch(baseUrl + file)).status, file).toBe(404);
});

test('the pages of the register are in order', async ({ open }) => {
	const page = await open();
	await enterLike(page, 'friedrich');
	await page.goto('/buero/raeume');
	const house = await page.locator('main a[href^="/buero/raeume/0"]').first().getAttribute('href');
	await expectAllToReadWell(page, ['/buero', '/buero/raeume', `${house}`, `${house}/bilder`, `${house}/weg`, `${house}/vorschau`]);
	const textsOf = (name: string) => page.getByRole('navigation', { name, exact: true }).getByRole('link').allInnerTexts();
	expect(await textsOf('Büro')).toEqual(['Übersicht', 'Häuser', 'Eigentümer', 'Gespräche', 'Kommune']);
	expect(await textsOf('Häuser')).toEqual(['Register', 'Rundgang', 'Listen einlesen', 'Meldungen', 'Aktualität', 'Verfahren']);
	for (const tab of ['Anschreiben', 'Fälle', 'Aktualität']) await goToTab(page, tab);
});

test('the owner tells of her own house and nobody sees it yet', async ({ open }) => {
	const page = await open({ size: 'phone' });
	await enterLike(page, 'hanna');
	const number = newNumber();
	await place(page, { base: '/konto/raeume', number, street: 'Lindengasse', city: 'Angermünde', postalCode: '16278' });
	await next(page);
	await kind(page);
	await rest(page, { title: 'Gasthof der Erben' });
	await expectReflow(page);
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Gebäude melden' }).click();
	await page.waitForURL(/\/konto\/raeume\/.*gespeichert=neu/);
	const id = idOf(page);
	for (const path of ['', '/bilder', '/weg', '/vorschau']) {
		await page.goto(`/konto/raeume/${id}${path}`);
		expect(await page.locator('h1').count(), path).toBe(1);
		await expectReflow(page);
		await expectAccessible(page);
	}
	expect(await page.getByRole('button', { name: 'So veröffentlichen' }).count()).toBe(0);
	expect((await fetch(`${baseUrl}/api/v1/spaces/${id}`)).status).toBe(404);
	await page.goto('/konto/raeume');
	expect(await page.locator(`main a[href="/konto/raeume/${id}"]`).innerText()).toBe('Gasthof der Erben');
	await expectReflow(page);
	await expectAccessible(page);
	expect((await page.goto(`/buero/raeume/${id}`))?.status()).toBeGreaterThanOrEqual(403);
});

async function makeKey(page: Page): Promise<string> {
	await page.goto('/konto/schluessel');
	await page.getByLabel('Wofür ist er?').fill('Übertragung aus dem Kataster');
	await page.getByLabel('Räume anlegen, ändern und veröffentlichen').check();
	await page.getByRole('button', { name: 'Schlüssel machen' }).click();
	return (await page.locator('code.key').first().innerText()).trim();
}

test('a program records, changes, publishes and withdraws with the key of the town', async ({ open }) => {
	const page = await open();
	await enterLike(page, 'friedrich');
	const key = await makeKey(page);
	const send = async (asked: string, body: object, headers: Record<string, string> = {}) => {
		const [method, path = ''] = asked.split(' ');
		const answer = await fetch(`${baseUrl}/api/v1/spaces${path}`, {
			method,
			headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
			body: JSON.stringify(body)
		});
		return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
	};
	const house = {
		title: 'Alte Weberei',
		propertyType: 'factory_hall',
		street: 'Webergasse',
		houseNumber: newNumber(),
		postalCode: '04916',
		city: 'Herzberg (Elster)',
		lat: 51.6873,
		lon: 13.2331,
		usableAreaM2: 420.5,
		usesWanted: ['workshop_makerspace'],
		isMunicipal: true
	};
	expect((await send('POST', house, { authorization: 'Bearer gr_falsch' })).status).toBe(401);
	const wrong = await send('POST', { ...house, propertyType: 'luftschloss' });
	expect([wrong.status, wrong.headers.get('content-type')]).toEqual([422, expect.stringContaining('problem+json')]);

	const made = await send('POST', house);
	expect(made.status, JSON.stringify(made.body)).toBe(201);
	expect(made.body).toMatchObject({ ags: '12062224', version: 1, publicationState: 'internal', fields: { title: 'Alte Weberei' } });
	const id = String(made.body.id);
	expect(made.headers.get('location')).toContain(`/api/v1/spaces/${id}`);
	expect((await fetch(`${baseUrl}/api/v1/spaces/${id}`)).status, 'recorded is not published').toBe(404);

	expect((await send(`PATCH /${id}`, { title: 'Weberei' })).status).toBe(422);
	const changed = await send(`PATCH /${id}`, { title: 'Weberei', summary: 'Mit Shedhalle.' }, { 'if-match': '"1"' });
	expect(changed.body).toMatchObject({
		version: 2,
		fields: { title: 'Weberei', street: 'Webergasse', usableAreaM2: '420,5', isMunicipal: 'on' }
	});
	expect((await send(`PATCH /${id}`, { title: 'Zu spät' }, { 'if-match': '"1"' })).status).toBe(409);
	expect((await send(`PATCH /${id}`, { summary: null }, { 'if-match': '"2"' })).body).toMatchObject({ fields: { summary: '' } });

	const published = await send(`POST /${id}/publication`, { precision: 'street' });
	expect(published.body).toMatchObject({ publicationState: 'public_blurred' });
	const face = (await (await fetch(`${baseUrl}/api/v1/spaces/${id}`)).json()) as Record<string, unknown>;
	expect(face).toMatchObject({ title: 'Weberei', precision: 'street', areaMax: 420.5 });
	expect([face.lat, face.lon]).not.toEqual([house.lat, house.lon]);
	expect(JSON.stringify(face)).not.toContain('Webergasse');
	expect((await fetch(String(published.body.url))).status).toBe(200);
	expect((await send(`POST /${id}/publication`, { action: 'withdraw' })).body).toMatchObject({
		publicationState: 'internal',
		url: null
	});
	expect((await fetch(String(published.body.url))).status).toBe(410);
});
