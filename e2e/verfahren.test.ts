import type { Page } from 'playwright-core';
import { cast } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, goToTab, test } from './support/browser.ts';
import { kinds, states } from '../src/modules/procedures/procedure.ts';
import { database, enterAs, enterLike, newPersonLike } from './support/people.ts';

/** From the list of a clerk to the page of a procedure, by what its link says. */
async function openDemo(page: Page, title: string): Promise<string> {
	await page.goto('/buero/verfahren');
	await page.getByRole('link', { name: title }).first().click();
	await page.getByRole('heading', { level: 1, name: title }).waitFor();
	return new URL(page.url()).pathname;
}

/** A juror with an account and two by name alone. */
async function addJury(page: Page, juror: { name: string; email: string }): Promise<void> {
	for (const [name, email, kind] of [
		[juror.name, juror.email, 'Ort oder Beirat'],
		['Eva Lehm', '', 'Fachleute'],
		['Fred Kahn', '', 'Fraktion']
	] as const) {
		await page.getByLabel(/^Name/).fill(name);
		await page.getByLabel('Mailadresse').fill(email);
		await page.getByLabel('Sitzt in der Jury für').selectOption({ label: kind });
		await page.getByRole('button', { name: 'Eintragen' }).click();
		await page.getByRole('rowheader', { name }).waitFor();
	}
}

test('the demo holds procedures in every state and of every kind', async () => {
	const { rows } = await database().query<{ state: string; kind: string }>(
		`select case when state = 'open' and deadline < now() then 'closed' else state end as state, kind from procedures where is_demo`
	);
	expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(Object.keys(states)));
	expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
});

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'a clerk prepares a procedure until a juror can read its call (%s, JavaScript: %s)',
	{ timeout: 240_000 },
	async ([size, javaScript], { open }) => {
		const [clerk, reader] = [await open({ size, javaScript }), await open({ size, javaScript })];
		const juror = await newPersonLike(cast.jonas);
		await enterLike(clerk, 'ines');
		await enterAs(reader, juror);
		const title = `Wer belebt das Gutshaus? ${Date.now()}`;

		await clerk.goto('/buero/verfahren/neu?q=Biesenbrow');
		await clerk.getByRole('link', { name: 'Gutshaus Biesenbrow' }).click();
		await clerk.getByLabel(/^Name des Verfahrens/).fill('');
		await clerk.getByRole('button', { name: 'Verfahren beginnen' }).click();
		await clerk.getByText('Bitte dem Verfahren einen Namen geben.').first().waitFor();
		await clerk.getByLabel(/^Name des Verfahrens/).fill(title);
		await clerk.getByRole('button', { name: 'Verfahren beginnen' }).click();
		await clerk.getByText('Das Verfahren ist begonnen.').waitFor();
		const base = new URL(clerk.url()).pathname;
		for (const path of [base, `${base}/aufruf`, `${base}/aufruf.pdf`]) expect((await reader.goto(path))?.status(), path).toBe(404);

		await clerk.getByRole('button', { name: 'Entwurf fertig' }).click();
		await clerk.getByText(/^Das fehlt noch: Das Ziel/).waitFor();
		await clerk.getByLabel(/^Was soll mit dem Haus/).fill('Das Dorf soll sich hier wieder treffen.');
		await clerk.getByLabel(/^Wie bewirbt man sich/).fill('Auf Papier ins Rathaus.');
		await clerk.getByRole('button', { name: 'Speichern' }).click();
		await clerk.getByText('Gespeichert.').waitFor();

		await goToTab(clerk, 'Kriterien');
		await clerk.getByRole('link', { name: 'Mit einer Vorlage beginnen' }).click();
		await clerk.getByRole('button', { name: /Raumstipendium/ }).click();
		await clerk.getByText('Die Kriterien sind übernommen.').waitFor();
		await clerk.getByLabel('Zusammenarbeit', { exact: true }).fill('24,9');
		await clerk.getByRole('button', { name: 'Gewichte speichern' }).click();
		await clerk.getByText('Die Gewichte ergeben 99,9 statt 100. Es fehlen 0,1.').first().waitFor();
		await clerk.getByRole('button', { name: 'Vorschlag übernehmen' }).click();
		await clerk.getByText('An Gewichten, Stufen und Nachweisen fällt nichts auf.').waitFor();
		await clerk.getByRole('link', { name: 'Zusammenarbeit ändern' }).click();
		await clerk.getByRole('heading', { level: 1, name: 'Kriterium ändern' }).waitFor();
		await clerk.getByLabel(/^Gewicht/).fill('viel');
		await clerk.getByRole('button', { name: 'Speichern' }).click();
		await clerk.getByText('Bitte ein Gewicht zwischen 0 und 100').first().waitFor();
		expect(await clerk.getByLabel('Worte der Stufe 4').inputValue()).toContain('Schlüssig bis zum Betrieb');

		await clerk.goto(`${base}/beteiligte`);
		await addJury(clerk, juror);
		await clerk.goto(`${base}/zeitplan`);
		await clerk.getByText('Alle Tage sind da und passen zueinander.').waitFor();
		await clerk.goto(`${base}/probe`);
		await clerk.getByRole('button', { name: 'Vier Konzepte erfinden' }).click();
		await clerk.getByRole('heading', { name: 'Wie fest steht das?' }).waitFor();

		await clerk.goto(base);
		await clerk.getByRole('button', { name: 'Entwurf fertig' }).click();
		await clerk.getByText('Der Entwurf ist fertig.').waitFor();
		await reader.goto('/buero/verfahren');
		await reader.getByRole('link', { name: title }).click();
		await reader.getByRole('heading', { level: 1, name: 'Aufruf' }).waitFor();
		await reader.getByText('Angebot an die Menschen hier').first().waitFor();
		expect(await reader.getByText('Fred Kahn').count()).toBe(0);
		expect((await reader.request.get(`${base}/aufruf.pdf`)).headers()['content-type']).toBe('application/pdf');
		expect((await reader.goto(`${base}/kriterien`))?.status()).toBe(404);

		await clerk.getByText('Verwerfen', { exact: true }).first().click();
		await clerk.locator('#f-reason-discard').fill('Nur eine Reise.');
		await clerk.getByRole('button', { name: 'Verwerfen' }).click();
		await clerk.getByRole('button', { name: 'Zurückholen' }).waitFor();
		expect((await reader.goto(`${base}/aufruf`))?.status()).toBe(404);
	}
);

test('two clerks at the same text: the second sees both and loses nothing', async ({ open }) => {
	const [first, second] = [await open(), await open()];
	for (const page of [first, second]) await enterLike(page, 'ines');
	await first.goto('/buero/verfahren/neu?q=Biesenbrow');
	await first.getByRole('link', { name: 'Gutshaus Biesenbrow' }).click();
	await first.getByRole('button', { name: 'Verfahren beginnen' }).click();
	await first.getByText('Das Verfahren ist begonnen.').waitFor();
	const base = new URL(first.url()).pathname;
	await second.goto(base);
	await first.getByLabel(/^Was soll mit dem Haus/).fill('Wohnen im Park');
	await first.getByRole('button', { name: 'Speichern' }).click();
	await first.getByText('Gespeichert.').waitFor();
	await second.getByLabel(/^Was soll mit dem Haus/).fill('Schule im Park');
	await second.getByRole('button', { name: 'Speichern' }).click();
	await second.getByRole('heading', { name: /^Was jetzt gilt/ }).waitFor();
	await second.getByText('Wohnen im Park').waitFor();
	expect(await second.getByLabel(/^Was soll mit dem Haus/).inputValue()).toBe('Schule im Park');
	await second.getByRole('button', { name: 'Speichern' }).click();
	await second.getByText('Gespeichert.').waitFor();
	expect(await second.getByLabel(/^Was soll mit dem Haus/).inputValue()).toBe('Schule im Park');
	await second.getByText('Verwerfen', { exact: true }).first().click();
	await second.locator('#f-reason-discard').fill('Nur eine Reise.');
	await second.getByRole('button', { name: 'Verwerfen' }).click();
	await second.getByRole('button', { name: 'Zurückholen' }).waitFor();
});

test('every page of a procedure reads well on phone and desktop, by day and night', { timeout: 240_000 }, async ({ open }) => {
	const page = await open();
	await enterAs(page, 'ines');
	const inn = await openDemo(page, 'Gasthof am Marktplatz: Wer macht wieder auf?');
	const manor = await openDemo(page, 'Gutshaus Biesenbrow: vier Gruppen, ein Haus');
	const parts = [
		'',
		'/kriterien',
		'/kriterien/kriterium',
		'/kriterien/uebernehmen',
		'/zeitplan',
		'/beteiligte',
		'/probe',
		'/klaeren',
		'/aufwand',
		'/vergleich'
	];
	await expectAllToReadWell(page, ['/buero/verfahren', '/buero/verfahren/neu', ...parts.map((part) => manor + part), `${inn}/aufruf`]);
});
