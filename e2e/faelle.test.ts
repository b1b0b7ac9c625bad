import type { Page } from 'playwright-core';
import { cast } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, goToTab, test } from './support/browser.ts';
import { enterAs, newPersonLike } from './support/people.ts';

const inDays = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
const saved = (page: Page) => page.getByText('Gespeichert.').waitFor();

/** Somebody takes part from now on. */
async function addParty(page: Page, { name, email }: { name: string; email: string }, role: string): Promise<void> {
	await page.getByText('Jemanden beteiligen').click();
	await page.getByLabel(/^Name/).fill(name);
	await page.getByLabel('Rolle').selectOption({ label: role });
	await page.getByRole('button', { name: 'Beteiligen' }).click();
	await page.getByText('braucht eine Mailadresse').first().waitFor();
	expect(await page.getByLabel(/^Name/).inputValue()).toBe(name);
	await page.getByLabel('Mailadresse').fill(email);
	await page.getByRole('button', { name: 'Beteiligen' }).click();
	await saved(page);
}

/** A call becomes a case that is taken on at once. Returns its address. */
async function openFromCall(page: Page, title: string): Promise<string> {
	await page.goto('/buero/faelle');
	await page.getByRole('link', { name: 'Fall eröffnen' }).click();
	await page.getByRole('heading', { name: 'Fall eröffnen' }).waitFor();
	await page.getByLabel('Was ist das Anliegen?').fill('Das Haus steht seit drei Jahren leer.');
	await page.getByLabel('Was nur Ihr Büro wissen soll').fill('Nicht vor elf anrufen.');
	await page.getByLabel('Nächster Schritt').fill('Grundbuch ansehen');
	await page.getByRole('button', { name: 'Fall eröffnen' }).click();
	await page.getByText('Bitte sagen, worum es geht').first().waitFor();
	expect(await page.getByLabel('Was ist das Anliegen?').inputValue()).toContain('drei Jahren');
	await page.getByLabel(/^Worum geht es/).fill(title);
	await page.getByLabel('Bis wann?').fill(inDays(7));
	await page.getByRole('button', { name: 'Fall eröffnen' }).click();
	await page.getByText('Der Fall ist eröffnet.').waitFor();
	return new URL(page.url()).pathname;
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'from a call to a meeting: two people who do not know each other are brought together (%s, JavaScript: %s)',
	{ timeout: 180_000 },
	async ([size, javaScript], { open }) => {
		const [clerk, owner, seeker] = [await open({ size, javaScript }), await open({ size, javaScript }), await open({ size, javaScript })];
		const [ines, hanna, amira] = [await newPersonLike(cast.ines), await newPersonLike(cast.hanna), await newPersonLike(cast.mara)];
		for (const [page, who] of [
			[clerk, ines],
			[owner, hanna],
			[seeker, amira]
		] as const)
			await enterAs(page, who);
		const title = `Altes Kontor ${Date.now()}`;
		const desk = await openFromCall(clerk, title);
		const shared = desk.replace('/buero/', '/konto/');
		expect((await owner.goto(shared))?.status()).toBe(404);
		await addParty(clerk, hanna, 'Eigentümer:in');
		await addParty(clerk, amira, 'sucht Räume');

		await goToTab(clerk, 'Notizen');
		await clerk.getByText('Nicht vor elf anrufen.').waitFor();
		await clerk.getByLabel(/^Notiz an alle/).fill('Willkommen. Wir sehen uns das Grundbuch an.');
		await clerk.getByRole('button', { name: 'Mit allen teilen' }).click();
		await clerk.locator('.shared', { hasText: 'Willkommen.' }).waitFor();
		await goToTab(clerk, 'Empfehlungen');
		await clerk.getByLabel(/^Empfehlung/).fill('Die Statik ansehen lassen.');
		await clerk.getByLabel('Zum Nachlesen').fill('javascript:alert(1)');
		await clerk.getByRole('button', { name: 'Empfehlen', exact: true }).click();
		await clerk.getByText('die mit https:// beginnt').first().waitFor();
		await clerk.getByLabel('Zum Nachlesen').fill('');
		await clerk.getByRole('button', { name: 'Empfehlen', exact: true }).click();
		await clerk.locator('li', { hasText: 'Die Statik ansehen lassen.' }).waitFor();
		await goToTab(clerk, 'Termine');
		await clerk.getByLabel(/^Was findet statt/).fill('Rundgang');
		await clerk.getByLabel(/^Wann/).fill(`${inDays(9)}T14:00`);
		await clerk.getByLabel('Plätze').fill('1');
		await clerk.getByLabel(/^Wo trifft/).fill('Am Hoftor');
		await clerk.getByRole('button', { name: 'Termin ansetzen' }).click();
		await clerk.getByText('Noch hat niemand geantwortet.').waitFor();

		await owner.goto('/konto/faelle');
		await owner.getByRole('link', { name: title }).click();
		await owner.getByRole('heading', { level: 1, name: title }).waitFor();
		expect(await owner.getByText('Nicht vor elf anrufen.').count()).toBe(0);
		expect(await owner.getByText(amira.name).count()).toBe(0);
		await owner.getByRole('button', { name: /^Zusagen/ }).click();
		await owner.getByText('Sie kommen', { exact: true }).waitFor();
		await owner.getByText(/^Hängt fest/).click();
		await owner.getByLabel(/^Woran hängt es/).fill('Kein Geld für den Statiker');
		await owner.getByRole('button', { name: 'Festhalten' }).click();
		await owner.getByText('Hängt an:').waitFor();
		await seeker.goto(shared);
		await seeker.getByText('Zurzeit ist alles vergeben').waitFor();
		await seeker.getByRole('button', { name: /^Zusagen/ }).click();
		await seeker.getByText('Sie stehen auf der Warteliste', { exact: true }).waitFor();
		await owner.getByRole('button', { name: /^Absagen/ }).click();
		await owner.getByText('Sie kommen nicht', { exact: true }).waitFor();
		await seeker.goto(shared);
		await seeker.getByText('Sie kommen', { exact: true }).waitFor();
		const calendar = await seeker.request.get((await seeker.getByRole('link', { name: /Kalender/ }).getAttribute('href')) ?? '');
		expect(calendar.headers()['content-type']).toBe('text/calendar; charset=utf-8');
		expect(await calendar.text()).toContain(`DTSTART;TZID=Europe/Berlin:${inDays(9).replaceAll('-', '')}T140000`);

		await clerk.goto(desk);
		await clerk.getByText('Zwei Beteiligte einander vorschlagen').click();
		await clerk.getByLabel('Wer', { exact: true }).selectOption({ label: hanna.name });
		await clerk.getByLabel('mit wem').selectOption({ label: amira.name });
		await clerk.locator('#f-introduction').fill('Sie suchen dasselbe.');
		await clerk.getByRole('button', { name: 'Vorschlagen' }).click();
		await clerk.getByText('vorgeschlagen', { exact: true }).waitFor();
		for (const page of [owner, seeker]) {
			await page.goto(shared);
			expect(await page.getByText(amira.email).count()).toBe(0);
			await page.getByRole('button', { name: 'Ja, gern' }).click();
			await saved(page);
		}
		await seeker.getByRole('link', { name: hanna.email }).waitFor();
		await owner.goto(shared);
		await owner.getByRole('link', { name: amira.email }).waitFor();
		await owner.getByRole('link', { name: 'Gespräch beginnen' }).click();
		await owner.getByText('Sie haben beide zugesagt').waitFor();
		await owner.getByRole('textbox', { name: 'Nachricht' }).fill('Kommen Sie gern vorbei.');
		await owner.getByRole('button', { name: 'Schreiben', exact: true }).click();
		await owner.getByText('Ihre Nachricht ist unterwegs').waitFor();
		await seeker.goto('/konto/gespraeche');
		await seeker.getByRole('link', { name: hanna.name }).waitFor();

		await clerk.goto(desk);
		await clerk.getByText('Abschließen', { exact: true }).first().click();
		await clerk.getByRole('button', { name: 'Abschließen' }).click();
		await clerk.getByText('Bitte sagen, wie es ausging.').first().waitFor();
		await clerk.getByLabel('Wie ging es aus?').selectOption({ label: 'vermietet' });
		await clerk.getByRole('button', { name: 'Abschließen' }).click();
		await clerk.getByText('Ergebnis: vermietet.').waitFor();
		await owner.goto(shared);
		await owner.getByText('Ergebnis: vermietet.').waitFor();
		expect(await owner.getByRole('button', { name: 'Allen schreiben' }).count()).toBe(0);
	}
);

test('a message becomes a case, once, and sleeps until it is woken', { timeout: 120_000 }, async ({ open }) => {
	const [clerk, asker] = [await open({ javaScript: false }), await open({ size: 'phone' })];
	const amira = await newPersonLike(cast.mara);
	await enterAs(clerk, await newPersonLike(cast.ines));
	await enterAs(asker, amira);
	const question = `Wem gehört der Speicher? ${Date.now()}`;
	await asker.goto('/ansprechperson?ort=16278&thema=spaces');
	await asker.getByRole('textbox', { name: /^Nachricht/ }).fill(question);
	await asker.getByRole('button', { name: 'Nachricht schicken' }).click();
	await asker.getByText('Ihre Nachricht ist unterwegs').waitFor();

	await clerk.goto('/buero/nachrichten');
	await clerk.locator('li', { hasText: question }).getByRole('link').click();
	const message = clerk.url();
	await clerk.getByRole('link', { name: 'Fall daraus machen' }).click();
	await clerk.getByText(`Beteiligt wird von selbst: ${amira.name}`).waitFor();
	await clerk.getByRole('button', { name: 'Fall eröffnen' }).click();
	await clerk.getByText('Der Fall ist eröffnet.').waitFor();
	const desk = new URL(clerk.url()).pathname;
	await clerk.goto(message);
	await clerk.getByRole('link', { name: 'Fall daraus machen' }).click();
	expect(new URL(clerk.url()).pathname).toBe(desk);

	await clerk.getByLabel(/^Was geschieht als Nächstes/).fill('Beim Bauhof fragen');
	await clerk.getByLabel(/^Bis wann/).fill(inDays(3));
	await clerk.getByRole('button', { name: 'Annehmen' }).click();
	await saved(clerk);
	await clerk.getByText('Ruhen lassen', { exact: true }).first().click();
	await clerk.getByLabel(/^Ruht bis/).fill(inDays(-1));
	await clerk.getByRole('textbox', { name: /^Warum/ }).fill('Der Bauhof ist im Urlaub.');
	await clerk.getByRole('button', { name: 'Ruhen lassen' }).click();
	await clerk.getByText('Bitte einen Tag in der Zukunft').first().waitFor();
	await clerk.getByLabel(/^Ruht bis/).fill(inDays(20));
	await clerk.getByRole('button', { name: 'Ruhen lassen' }).click();
	await clerk.getByText('Der Bauhof ist im Urlaub.').first().waitFor();
	await asker.goto(desk.replace('/buero/', '/konto/'));
	await asker.getByText('ruht', { exact: true }).first().waitFor();
	expect(await asker.getByText('Der Bauhof ist im Urlaub.').count()).toBe(0);
	await clerk.getByText('Wecken', { exact: true }).first().click();
	await clerk.getByRole('button', { name: 'Wecken' }).click();
	await saved(clerk);
	await clerk.locator('.tag', { hasText: 'angenommen' }).first().waitFor();
});

test('whoever likes comes to a public viewing, without a script', { timeout: 60_000 }, async ({ open }) => {
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto('/termine');
	await page.getByRole('link', { name: 'Offener Rundgang durch die Villa an der Elster' }).click();
	expect(await page.getByRole('link', { name: /^Mit Mailadresse anmelden/ }).count()).toBe(1);
	await enterAs(page, await newPersonLike(cast.jonas));
	await page.reload();
	await page.getByLabel('Wie viele kommen?').fill('99');
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await page.getByText('Bitte höchstens 50.').first().waitFor();
	await page.getByLabel('Wie viele kommen?').fill('1');
	await page.getByRole('button', { name: 'Anmelden' }).click();
	await page.getByText('Sie sind dabei.').waitFor();
	await page.getByRole('button', { name: 'Abmelden' }).click();
	await page.getByRole('button', { name: 'Anmelden' }).waitFor();
});

test('the pages read well', { timeout: 180_000 }, async ({ open }) => {
	const page = await open();
	await enterAs(page, await newPersonLike(cast.ines));
	await page.goto('/termine');
	const viewing = await page.locator('main a[href^="/termine/"]').first().getAttribute('href');
	await expectAllToReadWell(page, ['/termine', viewing ?? '']);
	await page.goto('/buero/faelle?q=Kranich');
	const desk = await page.getByRole('link', { name: /Zum Kranich/ }).getAttribute('href');
	const parts = ['', '/notizen', '/empfehlungen', '/unterlagen', '/termine', '/uebergabe'].map((part) => `${desk}${part}`);
	await expectAllToReadWell(page, [
		'/buero/faelle',
		'/buero/faelle?ansicht=tafel',
		'/buero/faelle?q=gibtesnicht',
		'/buero/faelle/neu',
		...parts
	]);
	await enterAs(page, 'hanna');
	await expectAllToReadWell(page, ['/konto/faelle', (desk ?? '').replace('/buero/', '/konto/')]);
});
