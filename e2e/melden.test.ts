import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { openDb } from '#lib/server/db.ts';
import { newId } from '#lib/server/id.ts';
import { printedCode } from '#modules/organisations/claim.ts';
import { createProperty } from '#modules/properties/server/create-property.ts';
import { cast } from '../src/testing/cast.ts';
import { inputOf } from '../src/testing/houses.ts';
import { expect, expectAllToReadWell, expectToReadWell, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { database, enterLike } from './support/people.ts';

const fresh = (who: string) => `${who}-${newId()}@post.example`;

/** A phone's photo, taken at this place in the south of Angermünde; nobody else reports there. */
async function photoAt(minutes: number): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
	const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#786b55' } })
		.withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: `52/1 ${minutes}/1 0/1`, GPSLongitudeRef: 'E', GPSLongitude: '14/1 1/1 0/1' } })
		.jpeg()
		.toBuffer();
	return { name: 'haus.jpg', mimeType: 'image/jpeg', buffer };
}

/** The queue's newest report that says this. */
async function openReport(page: Page, words: string): Promise<void> {
	const { rows } = await database().query<{ id: string }>('select id from reports where text = $1', [words]);
	await page.goto(`/buero/meldungen/${rows[0]?.id}`);
	await page.getByRole('heading', { name: /Meldung aus/ }).waitFor();
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'a passer-by reports a house with a photo, is asked, answers, and the town takes it into its register (%s, JavaScript: %s)',
	{ timeout: 120_000 },
	async ([size, javaScript], { open }) => {
		const [walker, clerk] = [await open({ size, javaScript }), await open({ size, javaScript })];
		const email = fresh('spaziergang');
		const words = `Das Haus mit der blauen Tür <script>alert(1)</script> ${email}`;
		await walker.goto('/kommunen/angermuende');
		await walker.getByRole('link', { name: 'Leerstand in Angermünde melden' }).click();
		await walker.getByRole('heading', { name: 'Leerstand melden' }).waitFor();
		await walker.getByRole('button', { name: 'Weiter' }).click();
		await walker.getByText('Bitte ein Foto nehmen oder auswählen').first().waitFor();
		await walker.getByLabel('Foto vom Haus').setInputFiles(await photoAt(javaScript ? 57 : 58));
		await walker.getByRole('button', { name: 'Weiter' }).click();
		await walker.getByRole('heading', { name: 'Wo steht das Haus?' }).waitFor();
		await walker.getByLabel(/Das Haus steht dort, wo das Foto entstand/).check();
		await walker.getByLabel('Was Sie sonst wissen').fill(words);
		await walker.getByLabel(/^Mailadresse/).fill('jemand@post');
		await walker.getByRole('button', { name: 'Meldung abschicken' }).click();
		await walker.getByText('Das ist keine Mailadresse').first().waitFor();
		expect(await walker.getByLabel('Was Sie sonst wissen').inputValue()).toBe(words);
		expect(await walker.getByLabel(/Das Haus steht dort/).isChecked()).toBe(true);
		await walker.getByLabel(/^Mailadresse/).fill(email);
		await walker.getByRole('button', { name: 'Meldung abschicken' }).click();
		await walker.getByText('Danke, die Meldung ist angekommen').waitFor();
		const own = walker.url().split('?')[0] ?? '';
		await walker.getByText('wartet auf die Prüfung').waitFor();

		await enterLike(clerk, 'ines');
		await clerk.goto('/buero/meldungen');
		await clerk.getByText(email).waitFor();
		await openReport(clerk, words);
		await clerk.getByText('<script>alert(1)</script>').waitFor();
		expect((await clerk.request.get(`${clerk.url()}/bild`)).status()).toBe(200);
		await clerk.getByRole('button', { name: 'Prüfung übernehmen' }).click();
		await clerk.getByRole('heading', { name: 'Ins Register übernehmen' }).waitFor();
		await clerk.getByText('Nachfragen', { exact: true }).click();
		await clerk.getByLabel('Ihre Frage').fill('Welche Straße ist das?');
		await clerk.getByRole('button', { name: 'Frage schicken' }).click();
		await clerk.getByText('Rückfrage offen').first().waitFor();

		await walker.goto(linkIn(await mailTo(email)));
		await walker.getByText('Welche Straße ist das?').waitFor();
		await walker.getByLabel('Ihre Antwort').fill('Der Weg zum Bahnhof.');
		await walker.getByRole('button', { name: 'Antworten' }).click();
		await walker.getByText('Danke, das ist angekommen').waitFor();

		await clerk.goto(clerk.url());
		await clerk.getByText('Der Weg zum Bahnhof.').waitFor();
		await clerk.getByRole('button', { name: 'Ins Register übernehmen' }).click();
		await clerk.getByText('Noch nicht geprüft').first().waitFor();
		for (const check of await clerk.getByRole('group', { name: 'Geprüft' }).getByRole('checkbox').all()) await check.check();
		await clerk.getByLabel(/^Titel/).fill(`Haus mit blauer Tür ${size}`);
		await clerk.getByRole('button', { name: 'Ins Register übernehmen' }).click();
		await clerk.waitForURL(/\/buero\/raeume\/[0-9a-f-]{36}\?/);
		await clerk.getByRole('heading', { name: `Haus mit blauer Tür ${size}` }).waitFor();
		await clerk.getByText('intern', { exact: true }).first().waitFor();

		await walker.goto(own);
		await walker.getByText('in ihr Register aufgenommen').first().waitFor();
		expect(await walker.content()).not.toContain('blauer Tür');
		await database().query('delete from properties where title = $1', [`Haus mit blauer Tür ${size}`]);
	}
);

test('without a photo, by the phone’s own place; taken back, all of it is gone', async ({ open }) => {
	const page = await open({
		size: 'phone',
		options: { geolocation: { latitude: 52.9634, longitude: 14.0412 }, permissions: ['geolocation'] }
	});
	const words = `Nur ein Blick ${newId()}`;
	await page.goto('/melden');
	await page.getByRole('link', { name: 'Ohne Foto weiter' }).click();
	await page.getByRole('heading', { name: 'Wo steht das Haus?' }).waitFor();
	await page.getByLabel('Was Sie sonst wissen').fill(words);
	await page.getByRole('button', { name: 'Meldung abschicken' }).click();
	await page.getByText('Bitte sagen, wo das Haus steht').first().waitFor();
	await page.getByRole('button', { name: /meinen Standort nehmen/ }).click();
	await page.getByText('Die Nadel lässt sich noch rücken').waitFor();
	await page.getByRole('button', { name: 'Meldung abschicken' }).click();
	await page.getByText('Danke, die Meldung ist angekommen').waitFor();
	await page.getByText('Zurückziehen oder Adresse löschen').click();
	await page.getByRole('button', { name: 'Meldung zurückziehen' }).click();
	await page.getByText('Sie haben die Meldung zurückgezogen').waitFor();
	expect(await page.content()).not.toContain(words);
});

test(
	'an owner objects with the code of the letter, before and after the publication; the town decides with a reason',
	{ timeout: 120_000 },
	async ({ open }) => {
		const [clerk, owner] = [await open(), await open({ size: 'phone', javaScript: false })];
		const ctx = { db: openDb(database()), actor: cast.ines, now: new Date() };
		const title = `Kolonistenhaus ${newId().slice(-6)}`;
		const typed = { title, isMunicipal: '', houseNumber: title.slice(-6), lat: '52,9501', lon: '14,0503', vacancyDegree: 'full' };
		const { id } = await createProperty(ctx, { ags: '12073008', input: inputOf(typed) });
		await enterLike(clerk, 'ines');
		await clerk.goto(`/buero/raeume/${id}/vorschau`);
		await clerk.getByText('Stattdessen ankündigen und einen Monat warten').click();
		await clerk.getByLabel('Wie wurde angekündigt?').fill('Brief von heute');
		await clerk.getByRole('button', { name: 'Ankündigung vermerken' }).click();
		await clerk.getByText('Bitte die Grundlage wählen').first().waitFor();
		expect(await clerk.getByLabel('Wie wurde angekündigt?').inputValue()).toBe('Brief von heute');
		await clerk.getByLabel('Worauf stützt sich die Veröffentlichung?').selectOption({ label: 'Baulandkataster (§ 200 Abs. 3 BauGB)' });
		await clerk.getByRole('button', { name: 'Ankündigung vermerken' }).click();
		await clerk.getByText('Die Ankündigung ist vermerkt').waitFor();
		const href = await clerk.getByRole('link', { name: /Brief mit Code/ }).getAttribute('href');
		const letter = await clerk.request.get(href ?? '');
		expect(letter.headers()['content-type']).toBe('application/pdf');

		const { objectionCode } = await import('#modules/properties/server/internal/objection-code.ts');
		const { rows } = await database().query<{ id: string }>('select id from publication_announcements where property_id = $1', [id]);
		const code = printedCode(await objectionCode(ctx, rows[0]?.id ?? ''));
		await owner.goto('/widerspruch');
		await owner.getByLabel('Code aus dem Brief').fill('ABCD-EFGH');
		await owner.getByRole('button', { name: 'Weiter' }).click();
		await owner.getByText('Diesen Code gibt es nicht').waitFor();
		await owner.getByLabel('Code aus dem Brief').fill(code.toLowerCase());
		await owner.getByRole('button', { name: 'Weiter' }).click();
		await owner.getByText('noch nicht veröffentlicht').waitFor();
		await owner.getByLabel(/^Ihr Name/).fill('Hilde Erbin');
		await owner.getByRole('button', { name: 'Widersprechen' }).click();
		await owner.getByText('Ihr Widerspruch ist eingegangen').first().waitFor();

		await clerk.goto(`/buero/raeume/${id}/vorschau`);
		await clerk.getByText('Es liegt ein Widerspruch vor').first().waitFor();
		expect(await clerk.getByRole('button', { name: /veröffentlichen/ }).count()).toBe(0);
		await clerk.getByLabel('Wie ist entschieden, und warum?').fill('Wir warten den Verkauf ab.');
		await clerk.getByRole('button', { name: 'Sperre aufheben' }).click();
		await clerk.getByText('Die Entscheidung ist vermerkt').waitFor();
		await owner.goto(`/widerspruch?code=${code}`);
		await owner.getByText('Wir warten den Verkauf ab.').waitFor();

		await clerk.locator('summary', { hasText: 'Einwilligung eintragen' }).click();
		await clerk.getByLabel(/^Wer hat eingewilligt/).fill('Hilde Erbin');
		await clerk.getByLabel('Grundlage', { exact: true }).selectOption({ label: 'Einwilligung der Eigentümer:in' });
		await clerk.getByRole('button', { name: 'Eintragen', exact: true }).click();
		await clerk.getByText('Die Einwilligung ist eingetragen').waitFor();
		await clerk.getByRole('button', { name: 'So veröffentlichen' }).click();
		const face = (await clerk.getByRole('link', { name: 'Zur öffentlichen Seite' }).getAttribute('href')) ?? '';
		expect((await owner.goto(face))?.status()).toBe(200);
		await owner.goto(`/widerspruch?code=${code}`);
		await owner.getByText('Das Haus ist veröffentlicht').waitFor();
		await owner.getByLabel(/^Ihr Name/).fill('Hilde Erbin');
		await owner.getByRole('button', { name: 'Widersprechen' }).click();
		await owner.getByText('Ihr Widerspruch ist eingegangen').first().waitFor();
		expect((await owner.goto(face))?.status()).toBe(410);
		await owner
			.getByText(/zurückgezogen|nicht mehr/)
			.first()
			.waitFor();

		await clerk.goto(`/buero/raeume/${id}/sichtbarkeit`);
		await expectToReadWell(clerk);
		await clerk.goto(`/buero/raeume/${id}/vorschau`);
		await expectToReadWell(clerk);
		await owner.goto(`/widerspruch?code=${code}`);
		const reader = await open();
		await reader.goto(`/widerspruch?code=${code}`);
		await expectToReadWell(reader);
		await database().query('delete from properties where id = $1', [id]);
	}
);

test('the pages read well', async ({ open }) => {
	const page = await open();
	await expectAllToReadWell(page, ['/melden', '/melden?kommune=angermuende', '/melden/angaben?kommune=angermuende', '/widerspruch']);
	const words = `Zum Lesen ${newId()}`;
	await page.goto('/melden/angaben');
	await page.getByLabel('Ort', { exact: true }).fill('Herzberg');
	await page.getByLabel('Postleitzahl').fill('04916');
	await page.getByLabel('Was Sie sonst wissen').fill(words);
	await page.getByRole('button', { name: 'Meldung abschicken' }).click();
	await page.getByText('Danke, die Meldung ist angekommen').waitFor();
	await expectToReadWell(page);
	await enterLike(page, 'friedrich');
	await expectAllToReadWell(page, ['/buero/meldungen', '/buero/meldungen?stand=missbrauch']);
	await openReport(page, words);
	await expectToReadWell(page);
	await page.getByRole('button', { name: 'Prüfung übernehmen' }).click();
	await page.getByRole('heading', { name: 'Ins Register übernehmen' }).waitFor();
	await expectToReadWell(page);
	await database().query('delete from reports where text = $1', [words]);
});
