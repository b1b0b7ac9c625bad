import type { Page } from 'playwright-core';
import { beforeAll, inject } from 'vitest';
import { openDb } from '#lib/server/db.ts';
import { createProperty } from '#modules/properties/server/create-property.ts';
import { angermuende, cast } from '../src/testing/cast.ts';
import { inputOf } from '../src/testing/houses.ts';
import { expect, expectAccessible, expectAllToReadWell, test } from './support/browser.ts';
import { database, enterAs, enterLike, newPersonLike } from './support/people.ts';

/** A house of its own for a journey, recorded by a stand-in, so that no other list changes under anybody's hands. */
async function freshHouse(title: string): Promise<string> {
	const clerk = await newPersonLike(cast.ines);
	const ctx = { db: openDb(database()), actor: clerk, now: new Date() };
	const input = inputOf({
		title,
		street: 'Briefweg',
		houseNumber: String(Math.floor(Math.random() * 1e6)),
		isMunicipal: '',
		lat: '',
		lon: ''
	});
	return (await createProperty(ctx, { ags: angermuende, input })).id;
}

async function addOwner(page: Page, house: string, name: string): Promise<void> {
	await page.goto(`/buero/raeume/${house}/eigentum`);
	await page.getByText('Eigentümer:in eintragen').click();
	await page.getByLabel('Name', { exact: false }).first().fill(name);
	await page.getByRole('button', { name: 'Eintragen', exact: true }).click();
	await page.getByText('Auf welcher Grundlage?').first().waitFor();
	expect(await page.locator('#f-name').inputValue()).toBe(name);
	await page.locator('#f-street').fill('Am Anger 4');
	await page.locator('#f-postalCode').fill('16278');
	await page.locator('#f-city').fill('Angermünde');
	await page.locator('#f-legalBasis').selectOption('public_task');
	await page.locator('#f-origin').fill('Auskunft des Grundbuchamts');
	await page.getByRole('button', { name: 'Eintragen', exact: true }).click();
	await page.getByText('Die Eigentümerin oder der Eigentümer ist eingetragen').waitFor();
	await page.getByRole('link', { name }).first().waitFor();
}

/** Begins a campaign over one kind of house and fixes its selection. Returns its address. */
async function fixSelection(page: Page, { name, cause }: { name: string; cause: string }): Promise<string> {
	await page.goto('/buero/anschreiben');
	await page.getByLabel('Wie soll es bei Ihnen heißen?').fill(name);
	await page.getByRole('button', { name: 'Beginnen' }).click();
	await page.getByRole('heading', { level: 1, name }).waitFor();
	await page.getByText('Art des Hauses, Grund des Leerstands').click();
	await page.getByLabel(cause, { exact: true }).check();
	await page.getByLabel('Text', { exact: true }).fill('Es geht um {haus}. Sehr geehrte {anrede}.');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.getByText('Den Platzhalter {anrede} gibt es nicht').waitFor();
	await page.getByLabel('Text', { exact: true }).fill('Es geht um {haus}.\n\nBitte antworten Sie bis {frist}.');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.getByText('1 Brief', { exact: true }).waitFor();
	await page.getByRole('button', { name: 'Auswahl festlegen' }).click();
	await page.getByText('Die Auswahl steht').first().waitFor();
	return new URL(page.url()).pathname;
}

async function giveCause(page: Page, house: string, value: string): Promise<void> {
	await page.goto(`/buero/raeume/${house}/eigentum`);
	await page.locator('#f-cause').selectOption(value);
	await page.getByRole('button', { name: 'Grund eintragen' }).click();
	await page.getByText('Der Grund ist eingetragen').waitFor();
}

/** The code as the clerk sees it in the letter. */
const codeOn = async (page: Page): Promise<string> =>
	(await page.locator('.letter').innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? '';

test.for([
	['phone', false, 'noise_or_neighbour', 'Lärm oder Nachbarschaft'],
	['desktop', true, 'traffic_location', 'Lage am Verkehr']
] as const)(
	'from the owner in the register to the answer without an account (%s, JavaScript: %s)',
	{ timeout: 180_000 },
	async ([size, javaScript, cause, causeText], { open }) => {
		const [clerk, owner] = [await open({ size, javaScript }), await open({ size, javaScript })];
		const mark = `${cause}-${Date.now()}`;
		const title = `Haus ${mark}`;
		const name = `Erna Brief ${mark}`;
		const house = await freshHouse(title);
		await enterLike(clerk, 'ines');
		await addOwner(clerk, house, name);
		await giveCause(clerk, house, cause);
		const campaign = await fixSelection(clerk, { name: `Anschreiben ${mark}`, cause: causeText });

		await clerk.getByRole('link', { name }).click();
		await clerk.getByRole('heading', { level: 1, name: `Brief an ${name}` }).waitFor();
		const code = await codeOn(clerk);
		expect(code).toHaveLength(14);
		const letter = new URL(clerk.url()).pathname;
		await owner.goto('/haus');
		await owner.getByLabel('Code aus dem Brief').fill(code);
		await owner.getByRole('button', { name: 'Weiter' }).click();
		await owner.getByText('Diesen Code kennen wir nicht').first().waitFor();

		for (const file of [`${campaign}/briefe.pdf`, `${letter}/brief.pdf`]) {
			const pdf = await clerk.request.get(file);
			expect([pdf.status(), pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([
				200,
				'application/pdf',
				'%PDF-'
			]);
		}
		await clerk.goto(campaign);
		await clerk.getByRole('button', { name: 'Als verschickt eintragen' }).click();
		await clerk.getByText('Die Briefe sind in der Post').first().waitFor();

		await owner.goto('/haus');
		await owner.getByLabel('Code aus dem Brief').fill(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'));
		await owner.getByRole('button', { name: 'Weiter' }).click();
		await owner.getByRole('heading', { level: 1, name: title }).waitFor();
		expect(await owner.locator('body').innerText()).not.toContain('Erna');
		await owner.getByRole('button', { name: 'Antwort schicken' }).click();
		await owner.getByText('Bitte eine Antwort wählen').first().waitFor();
		await owner.getByLabel('vermieten oder verpachten').check();
		await owner.getByLabel('ja, ohne meinen Namen').check();
		await owner.getByLabel('per Telefon').check();
		await owner.getByLabel('Was wir noch wissen sollten').fill('Bitte erst nach 17 Uhr. <b>Danke</b>');
		await owner.getByRole('button', { name: 'Antwort schicken' }).click();
		await owner.getByText('Unter welcher Nummer?').first().waitFor();
		expect(await owner.getByLabel('Was wir noch wissen sollten').inputValue()).toContain('17 Uhr');
		await owner.getByLabel('Telefon', { exact: true }).fill('03331 4711');
		await owner.getByRole('button', { name: 'Antwort schicken' }).click();
		await owner.getByText('Ihre Antwort ist angekommen').waitFor();

		await clerk.goto(letter);
		await clerk.getByText('Bitte erst nach 17 Uhr. <b>Danke</b>').waitFor();
		await clerk.getByText('03331 4711').waitFor();
		await clerk.getByRole('button', { name: 'Als Einwilligung eintragen' }).click();
		await clerk.getByText('Die Einwilligung ist eingetragen').waitFor();
		await clerk.getByRole('link', { name: 'Fall daraus machen' }).click();
		await clerk.getByRole('heading', { level: 1, name: 'Fall eröffnen' }).waitFor();
		expect(await clerk.getByLabel('Telefon', { exact: true }).inputValue()).toBe('03331 4711');
		await clerk.goto(campaign);
		await clerk.getByText('1 von 1 (100 %)').first().waitFor();
		await clerk.goto(`/buero/raeume/${house}/eigentum`);
		await clerk.getByText('würde vermieten oder verpachten').first().waitFor();

		await owner.goto(`/haus?code=${code}`);
		await owner.getByText('Zuletzt geantwortet').waitFor();
		expect(await owner.locator('body').innerText()).not.toContain('4711');
		await owner.getByLabel('bitte lassen Sie mich in Ruhe').check();
		await owner.getByRole('button', { name: 'Antwort schicken' }).click();
		await owner.getByText('Wir lassen Sie in Ruhe').waitFor();
		await clerk.goto(letter);
		await clerk.getByText('nicht kontaktieren').first().waitFor();
		await clerk.getByText('Dieser Brief wird nicht gedruckt').waitFor();
		expect((await clerk.request.get(`${letter}/brief.pdf`)).status()).toBe(409);
	}
);

test('a clerk writes down a call, a letter that came back and a wish for peace', { timeout: 120_000 }, async ({ open }) => {
	const clerk = await open();
	await enterLike(clerk, 'ines');
	const mark = `planning_law-${Date.now()}`;
	const [house, name] = [await freshHouse(`Haus ${mark}`), `Kurt Anruf ${mark}`];
	await addOwner(clerk, house, name);
	await giveCause(clerk, house, 'planning_law');
	await fixSelection(clerk, { name: `Anschreiben ${mark}`, cause: 'Planungsrecht' });
	await clerk.getByRole('button', { name: 'Als verschickt eintragen' }).click();
	await clerk.getByText('Die Briefe sind in der Post').first().waitFor();
	await clerk.getByRole('link', { name }).click();
	await clerk.getByRole('heading', { level: 1, name: `Brief an ${name}` }).waitFor();
	await clerk.getByText('Der Brief kam zurück').click();
	await clerk.getByRole('button', { name: 'Als zurückgekommen eintragen' }).click();
	await clerk.getByText('Eingetragen: Der Brief kam zurück').waitFor();
	await clerk.getByText('Antwort eintragen, die Sie am Telefon').click();
	await clerk.getByLabel('erst einmal Beratung').check();
	await clerk.getByLabel('Baugenehmigung').check();
	await clerk.getByRole('button', { name: 'Antwort eintragen' }).click();
	await clerk.getByText('Die Antwort ist eingetragen').waitFor();
	await clerk.getByText('am Telefon').first().waitFor();
	await clerk.getByRole('link', { name: `Anschreiben ${mark}` }).click();
	await clerk.getByRole('heading', { name: 'Womit weiter?' }).waitFor();
	await clerk.getByRole('heading', { name: 'Beratung: Baugenehmigung' }).waitFor();
	await expectAccessible(clerk);

	await clerk.goto('/buero/eigentuemer');
	await clerk.getByLabel('Name oder Ort').fill(name);
	await clerk.getByRole('button', { name: 'Suchen' }).click();
	await clerk.getByText('1 Eintrag').waitFor();
	await clerk.getByRole('link', { name }).click();
	await clerk.getByRole('heading', { level: 1, name }).waitFor();
	await clerk.getByText('Die Anschrift stimmt nicht mehr').waitFor();
	await clerk.getByText('Möchte nicht kontaktiert werden').click();
	await clerk.getByLabel('Wie hat sie das gesagt?').fill('am Telefon, freundlich');
	await clerk.getByRole('button', { name: 'Kontaktsperre eintragen' }).click();
	await clerk.getByText('Die Kontaktsperre gilt ab jetzt').waitFor();
	await expectAccessible(clerk);
	await clerk.getByText('Alles zu dieser Person löschen').click();
	await clerk.getByRole('button', { name: 'Endgültig löschen' }).click();
	await clerk.getByRole('heading', { level: 1, name: 'Eigentümer' }).waitFor();
});

let pages: string[] = [];
beforeAll(async () => {
	const { rows } = await database().query<{ campaign: string; recipient: string; owner: string; house: string }>(
		`select r.campaign_id as campaign, r.id as recipient, r.owner_id as owner, r.property_id as house from owner_recipients r
		 join owner_campaigns c on c.id = r.campaign_id where c.name = 'Leere Häuser, Herbst' and r.state = 'answered' order by r.position limit 1`
	);
	const [one] = rows;
	const { rows: drafts } = await database().query<{ id: string }>("select id from owner_campaigns where name = 'Zweiter Brief, Frühjahr'");
	pages = [
		'/buero/anschreiben',
		'/buero/anschreiben/absender',
		`/buero/anschreiben/${drafts[0]?.id}`,
		`/buero/anschreiben/${one?.campaign}`,
		`/buero/anschreiben/${one?.campaign}/empfaenger/${one?.recipient}`,
		'/buero/eigentuemer',
		`/buero/eigentuemer/${one?.owner}`,
		`/buero/raeume/${one?.house}/eigentum`
	];
});

test('the pages of the office read well', { timeout: 240_000 }, async ({ open }) => {
	const page = await open();
	await enterLike(page, 'ines');
	await expectAllToReadWell(page, pages);
});

test('the page of an owner reads well, and nobody else opens what the office sees', async ({ open }) => {
	const page = await open({ size: 'phone' });
	await expectAllToReadWell(page, ['/haus', '/haus?code=0000-0000-0000']);
	for (const who of ['oskar', 'friedrich', 'hanna'] as const) {
		const other = await open();
		await enterAs(other, who);
		for (const path of pages.slice(3, 5)) expect([403, 404], `${who} ${path}`).toContain((await other.goto(path))?.status());
	}
	expect((await fetch(`${inject('baseUrl')}/haus?code=0000-0000-0000`)).headers.get('cache-control')).toContain('no-store');
});
