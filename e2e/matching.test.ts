import type { Page } from 'playwright-core';
import { expect, expectAccessible, expectAllToReadWell, expectReflow, expectToReadWell, test } from './support/browser.ts';
import { scoreIn } from './support/pairs.ts';
import { enterAs, enterLike } from './support/people.ts';

async function answer(page: Page, heading: string, fill: (page: Page) => Promise<void>): Promise<void> {
	await page.getByRole('heading', { level: 1, name: heading }).waitFor();
	await fill(page);
	await page.getByRole('button', { name: /^(Weiter|Ansehen)$/ }).click();
}

/** A request for what is free in Angermünde, one question after the other. Returns its address in the account. */
async function writeRequest(page: Page, title: string): Promise<string> {
	await page.goto('/konto/gesuche/neu');
	await answer(page, 'Was habt Ihr vor?', async () => {
		await page.getByLabel(/Wie heißt Euer Vorhaben/).fill(title);
		await page.getByLabel('Erzählt es in zwei, drei Sätzen').fill('Wir reparieren, bauen und schenken Kaffee aus.');
		await page.getByLabel('Werkstatt', { exact: true }).check();
		await page.getByLabel('Café', { exact: true }).check();
		await page.getByLabel('Treffpunkt', { exact: true }).check();
	});
	await answer(page, 'Wo soll es sein?', async () => {
		await page.getByLabel('Ort oder Postleitzahl').fill('Angermünde');
		await page.getByLabel('Umkreis').fill('40');
	});
	await answer(page, 'Wie viel Platz braucht Ihr?', () => page.getByLabel('Mindestens').fill('60'));
	for (const heading of [
		'Zu welchen Bedingungen?',
		'Was muss das Haus können?',
		'Ab wann und wie lange?',
		'Was bringt Ihr dem Ort?',
		'Wer darf Euer Gesuch sehen?'
	])
		await answer(page, heading, async () => {});
	await page.getByRole('button', { name: 'Veröffentlichen' }).waitFor();
	return new URL(page.url()).pathname;
}

test.for([
	{ name: 'with JavaScript on a desk', javaScript: true, size: 'desktop' as const },
	{ name: 'without JavaScript on a phone', javaScript: false, size: 'phone' as const }
])('a group and a clerk see the same pair with the same score and say yes: $name', async ({ javaScript, size }, { open }) => {
	const title = `Werkhof ${javaScript ? 'am Tag' : 'bei Nacht'} ${Date.now()}`;
	const group = await open({ javaScript, size });
	await enterLike(group, 'amira');
	const account = await writeRequest(group, title);
	await group.getByRole('button', { name: 'Veröffentlichen' }).click();
	await group.waitForURL(/passung/);
	const own = group
		.locator('.pair')
		.filter({ hasText: /Angermünde/ })
		.first();
	const space = (await own.getAttribute('id')) ?? '';
	const seen = await scoreIn(own);
	expect(Number(seen)).toBeGreaterThan(50);
	await own.getByRole('button', { name: /Interesse zeigen/ }).click();
	await group.locator(`[id="${space}"]`).getByText('Euer Interesse ist gezeigt').waitFor();

	const clerk = await open({ javaScript, size });
	await enterAs(clerk, 'ines');
	await clerk.goto(`/buero/raeume/${space}/passung`);
	const theirs = clerk.locator('.pair').filter({ hasText: title }).first();
	expect(await scoreIn(theirs)).toBe(seen);
	await theirs.getByText('Interesse der Gruppe').waitFor();
	expect(await theirs.innerText()).not.toContain('amira');
	await theirs.getByRole('button', { name: /Interesse zeigen/ }).click();
	await clerk.locator('.pair').filter({ hasText: title }).getByText('Sprecht miteinander').waitFor();

	await group.goto(`${account}/passung`);
	await group.locator(`[id="${space}"]`).getByText('Sprecht miteinander').waitFor();
	await expectReflow(group);

	const question = `Wann dürfen wir es ansehen? ${title}`;
	await group
		.locator(`[id="${space}"]`)
		.getByRole('link', { name: /^Gespräch beginnen/ })
		.click();
	await group.getByText('Sie haben beide zugesagt').waitFor();
	await group.getByRole('textbox', { name: 'Nachricht' }).fill(question);
	await group.getByRole('button', { name: 'Schreiben', exact: true }).click();
	await group.getByText('Ihre Nachricht ist unterwegs').waitFor();
	await clerk.goto(`/konto/gespraeche?q=${encodeURIComponent(question)}`);
	await clerk.getByText(question).waitFor();
});

test('a draft survives: the question goes on where it was left', async ({ open }) => {
	const page = await open({ size: 'phone' });
	await enterLike(page, 'jonas');
	await page.goto('/konto/gesuche/neu');
	await page.getByLabel(/Wie heißt Euer Vorhaben/).fill('Bühne im Bahnhof');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page.getByRole('heading', { level: 1, name: 'Wo soll es sein?' }).waitFor();
	await page.getByLabel('Ort oder Postleitzahl').fill('Xqzvwk');
	await page.getByRole('button', { name: 'Weiter' }).click();
	await page
		.getByRole('alert')
		.getByText(/haben wir nicht gefunden/)
		.waitFor();
	expect(await page.getByLabel('Ort oder Postleitzahl').inputValue()).toBe('Xqzvwk');
	await page.goto('/konto/gesuche');
	await page.getByRole('link', { name: 'Bühne im Bahnhof' }).first().waitFor();
	await expectReflow(page);
	await expectAccessible(page);
});

test('public pages are accessible and fit', async ({ open }) => {
	const page = await open();
	await expectAllToReadWell(page, ['/passung', '/gesuche?nutzung=cafe', '/gesuche']);
	await page.locator('.card a').first().click();
	await page.getByRole('heading', { level: 2, name: 'Wer sucht' }).waitFor();
	await expectToReadWell(page);
});

test('the pages of the account and the office are accessible', async ({ open }) => {
	const page = await open();
	await enterAs(page, 'ines');
	await expectAllToReadWell(page, ['/konto/merkliste', '/konto/profil', '/buero/passungen']);
	const pair = page.locator('td a').first();
	if (await pair.count()) {
		await pair.click();
		await page.getByRole('heading', { level: 1, name: 'Wer passt?' }).waitFor();
		await expectToReadWell(page);
	}
});

test('the clerk asks who could fill the inn together, and who is left out and why; without a script', async ({ open }) => {
	const page = await open({ javaScript: false });
	await enterLike(page, 'ines');
	await page.goto('/buero/raeume?q=Gasthof+am+Marktplatz');
	await page.getByRole('link', { name: 'Gasthof am Marktplatz' }).first().click();
	await page.goto(`${page.url()}/passung`);
	await page.getByRole('link', { name: 'Wer könnte es zusammen füllen?' }).click();
	const proposal = page.getByRole('region', { name: 'Vorschlag' });
	await proposal.getByRole('row').first().waitFor();
	expect(await proposal.getByRole('row').count()).toBeGreaterThan(2);
	await proposal.getByText(/Wer nicht dabei ist/).click();
	expect(await proposal.getByRole('listitem').first().innerText()).toMatch(/:.*\.$/);
	await page.getByLabel(/mindestens einbringen/).fill('viel');
	await page.getByRole('button', { name: 'Neu rechnen' }).click();
	expect(await page.getByText('„viel“ ist kein Betrag').count()).toBe(1);
	expect(await page.getByLabel(/mindestens einbringen/).inputValue()).toBe('viel');
	await page.getByLabel(/mindestens einbringen/).fill('99.000');
	await page.getByRole('button', { name: 'Neu rechnen' }).click();
	await page.getByText('Mit diesen Einnahmen geht keine Mischung auf.').waitFor();
	const awake = await open();
	await enterLike(awake, 'ines');
	await awake.goto(page.url().replace(/\?.*/, ''));
	await expectToReadWell(awake);
});
