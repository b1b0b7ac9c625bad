import type { Page } from 'playwright-core';
import { openDb } from '#lib/server/db.ts';
import { createProperty } from '#modules/properties/server/create-property.ts';
import type { Actor } from '#modules/people/actor.ts';
import { angermuende, cast } from '../src/testing/cast.ts';
import { inputOf } from '../src/testing/houses.ts';
import { expect, expectAllToReadWell, expectToReadWell, test } from './support/browser.ts';
import { database, enterAs, enterLike, newPersonLike } from './support/people.ts';

/** A private house that somebody new has told the town about. */
async function houseOf(owner: Actor, title: string): Promise<string> {
	const ctx = { db: openDb(database()), actor: owner, now: new Date() };
	return (
		await createProperty(ctx, { ags: angermuende, input: inputOf({ title, isMunicipal: '', houseNumber: String(Date.now() % 1000) }) })
	).id;
}

/** From the choice of the form to the days, with an error on the way. */
async function describeGrant(page: Page, title: string): Promise<void> {
	await page.getByText('Der Entwurf ist angelegt.').waitFor();
	await page.getByLabel(/Raumstipendium: Räume auf Zeit/).check();
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByRole('heading', { level: 1, name: 'Worum es geht' }).waitFor();
	await page.getByLabel(/^Name/).fill(title);
	await page.getByLabel(/^Was soll hier geschehen/).fill('Die Halle steht einen Sommer lang offen.');
	await page.getByLabel(/^Für wen ist das gut/).fill('Für alle im Dorf.');
	await page.getByLabel('Die Räume sind da ab').fill('2027-08-01');
	await page.getByLabel('bis', { exact: true }).fill('2027-07-01');
	await page.getByLabel('Pauschale', { exact: true }).fill('40');
	await page.getByLabel(/^Was gibt die Gruppe dem Ort/).fill('Ein offener Nachmittag im Monat.');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByText('Das Ende liegt vor dem Anfang.').first().waitFor();
	expect(await page.getByLabel(/^Was gibt die Gruppe dem Ort/).inputValue()).toBe('Ein offener Nachmittag im Monat.');
	await page.getByLabel('bis', { exact: true }).fill('2027-10-31');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByRole('heading', { level: 1, name: 'Die Tage' }).waitFor();
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'a clerk prepares a room grant in one evening, with a break (%s, JavaScript: %s)',
	{ timeout: 300_000 },
	async ([size, javaScript], { open }) => {
		const page = await open({ size, javaScript });
		await enterLike(page, 'ines');
		const title = `Sommer in der Halle ${Date.now()}`;
		await page.goto('/buero/verfahren');
		await page.getByRole('link', { name: 'An einem Abend', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: 'An einem Abend' }).waitFor();
		await page.getByLabel(/^Haus suchen/).fill('Kerkow');
		await page.getByRole('button', { name: 'Suchen' }).click();
		await page.getByRole('link', { name: 'Altes Feuerwehrhaus Kerkow' }).click();
		await page.getByRole('button', { name: 'Weiter mit diesem Haus' }).click();
		await describeGrant(page, title);
		const base = new URL(page.url()).pathname.replace(/\/leicht$/, '');

		await page.goto('/buero/verfahren');
		await page.getByRole('link', { name: title }).click();
		await page.getByRole('link', { name: 'Schritt für Schritt weitermachen' }).click();
		await page.goto(`${base}/leicht?schritt=tage`);
		await page.getByLabel('Abgabe bis', { exact: true }).fill('');
		await page.getByRole('button', { name: 'Speichern' }).click();
		await page.getByText('„Abgabe bis“ hat noch keinen Tag.').waitFor();
		await page.getByRole('button', { name: 'Neu vorschlagen' }).click();
		await page.getByText('Gespeichert.').waitFor();
		await page.getByRole('link', { name: 'Weiter mit diesen Tagen' }).click();
		await page.getByRole('heading', { level: 1, name: 'Wer entscheidet' }).waitFor();
		await page.getByLabel('Bürgermeister:in').check();
		await page.getByLabel(/^Wer springt ein/).fill('Tim Sander');
		await page.getByRole('button', { name: 'Entwurf fertig' }).click();
		await page.getByText('Bitte auch die Mailadresse nennen').first().waitFor();
		await page.getByLabel('Mailadresse').fill('tim.sander@angermuende.example');
		await page.getByRole('button', { name: 'Entwurf fertig' }).click();
		await page.getByText('Der Entwurf ist fertig.').waitFor();

		await page.goto(`${base}/aufruf`);
		for (const said of ['01.08.2027 bis 31.10.2027', 'Ein offener Nachmittag im Monat.', 'Angebot an die Bürger:innen'])
			await page.getByText(said).first().waitFor();
		expect((await page.request.get(`${base}/aufruf.pdf`)).headers()['content-type']).toBe('application/pdf');
		expect((await page.request.get(`${base}/leicht`)).url()).not.toContain('/leicht');

		await page.goto(`${base}/schreiben`);
		await page.getByRole('link', { name: 'Termin für die Besichtigung' }).click();
		await page.getByRole('heading', { level: 1, name: 'Termin für die Besichtigung' }).waitFor();
		await page.getByLabel(/^Anschrift/).fill('Werkhof in Gründung\nMarkt 1\n16278 Angermünde');
		await page.getByLabel('Treffpunkt').fill('vor der Halle');
		await page.getByRole('button', { name: 'Vorschau' }).click();
		await page.getByText('Bitte „Termin“ ausfüllen').first().waitFor();
		expect(await page.getByLabel(/^Anschrift/).inputValue()).toContain('Werkhof in Gründung');
		await page.getByLabel('Termin', { exact: true }).fill('Dienstag, 9. März, 17 Uhr');
		await page.getByRole('button', { name: 'Vorschau' }).click();
		await page.getByText('So liest sich der Brief.').waitFor();
		await page.getByLabel('Vorschau').getByText('Dienstag, 9. März, 17 Uhr, Treffpunkt vor der Halle').waitFor();
		const fields = await page
			.locator('form[action$="brief.pdf"] input')
			.evaluateAll((all) => all.map((one) => [(one as HTMLInputElement).name, (one as HTMLInputElement).value] as const));
		const paper = await page.request.post(`${base}/schreiben/besichtigung/brief.pdf`, {
			form: Object.fromEntries(fields),
			headers: { origin: new URL(page.url()).origin }
		});
		expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
		if (javaScript) await expectToReadWell(page);
		await page.goto(base);
		await page.getByText('Verwerfen', { exact: true }).first().click();
		await page.locator('#f-reason-discard').fill('Nur eine Reise.');
		await page.getByRole('button', { name: 'Verwerfen' }).click();
		await page.getByRole('button', { name: 'Zurückholen' }).waitFor();
	}
);

test('an owner prepares for her own house, the office helps, and both have to say yes', { timeout: 240_000 }, async ({ open }) => {
	const [owner, clerk, stranger] = [await open({ size: 'phone' }), await open(), await open()];
	const hanna = await newPersonLike(cast.hanna);
	const house = `Scheune ${Date.now()}`;
	await houseOf(hanna, house);
	await enterAs(owner, hanna);
	await enterLike(clerk, 'ines');
	await enterLike(stranger, 'amira');

	await owner.goto('/konto/verfahren');
	await owner.getByRole('link', { name: new RegExp(`An einem Abend.*${house}`) }).click();
	await owner.getByRole('button', { name: 'Weiter mit diesem Haus' }).click();
	await owner.getByText('Der Entwurf ist angelegt.').waitFor();
	const base = new URL(owner.url()).pathname.replace(/\/leicht$/, '');
	await owner.getByRole('button', { name: 'Weiter' }).click();
	await owner.getByRole('heading', { level: 1, name: 'Worum es geht' }).waitFor();
	await owner.getByLabel(/^Was soll hier geschehen/).fill('Die Scheune soll wieder Licht haben.');
	await owner.getByLabel(/^Für wen ist das gut/).fill('Für das Dorf.');
	await owner.getByRole('button', { name: 'Weiter' }).click();
	await owner.getByRole('link', { name: 'Weiter mit diesen Tagen' }).click();
	await owner.getByRole('heading', { level: 1, name: 'Wer entscheidet' }).waitFor();
	expect(await owner.locator('[name=decidingBody]').count()).toBe(1);
	await owner.getByLabel('Eigentümer:in').check();
	await owner.getByRole('button', { name: 'Nur speichern' }).click();
	await owner.getByText('Gespeichert.').waitFor();

	for (const path of ['', '/leicht', '/aufruf', '/schreiben', '/schreiben/einladung'])
		expect((await stranger.goto(base + path))?.status(), path).toBe(404);
	expect((await stranger.goto('/konto/verfahren'))?.status()).toBe(200);
	await stranger.getByText('Noch kein eigenes Haus').waitFor();

	await clerk.goto(base);
	expect(await clerk.getByLabel(/^Auftrag der Eigentümer:in/).count()).toBe(0);
	await clerk.getByLabel(/^Was sonst gilt/).fill('Die Stadt hilft beim Bauantrag.');
	await clerk.getByRole('button', { name: 'Speichern' }).click();
	await clerk.getByText('Gespeichert.').waitFor();
	await clerk.getByRole('button', { name: 'Entwurf fertig' }).click();
	await clerk.getByText('Noch nicht freigegeben.').waitFor();

	await owner.goto('/konto/verfahren');
	await owner.getByText('wartet auf Ihr Ja').waitFor();
	await owner.getByRole('link', { name: `${house}: Wer hat Lust?` }).click();
	await owner.getByRole('button', { name: 'Freigeben' }).click();
	await owner.getByText(/^Freigegeben/).waitFor();
	await owner.goto(`${base}/aufruf`);
	await owner.getByText('Die Stadt hilft beim Bauantrag.').waitFor();
	await clerk.goto(base);
	await clerk.getByText('Wem das Haus gehört, hat ja gesagt.').waitFor();
	await clerk.getByText('Wieder in Arbeit nehmen', { exact: true }).first().click();
	await clerk.locator('#f-reason-reopen').fill('Ein Tag passt nicht.');
	await clerk.getByRole('button', { name: 'Wieder in Arbeit nehmen' }).click();
	await clerk.getByRole('button', { name: 'Entwurf fertig' }).click();
	await clerk.getByText('Noch nicht freigegeben.').waitFor();
});

test('the light way and the letters read well on phone and desktop, by day and night', { timeout: 240_000 }, async ({ open }) => {
	const page = await open();
	await enterAs(page, 'ines');
	await page.goto('/buero/verfahren');
	await page.getByRole('link', { name: 'Sommer im Feuerwehrhaus' }).click();
	await page.getByRole('heading', { level: 1, name: 'Sommer im Feuerwehrhaus' }).waitFor();
	const base = new URL(page.url()).pathname;
	const steps = ['form', 'worum', 'tage', 'wer'].map((step) => `${base}/leicht?schritt=${step}`);
	await expectAllToReadWell(page, ['/buero/verfahren/leicht', base, ...steps, `${base}/schreiben`, `${base}/schreiben/absage`]);
	await enterAs(page, 'hanna');
	await page.goto('/konto/verfahren');
	await page.getByRole('heading', { name: 'Gasthof „Zum Kranich“' }).waitFor();
	await expectToReadWell(page);
	await page.getByRole('link', { name: 'Gasthof „Zum Kranich“: Wer hat Lust?' }).click();
	await page.getByRole('button', { name: 'Freigeben' }).waitFor();
	await expectToReadWell(page);
});
