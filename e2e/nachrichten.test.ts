import type { Page } from 'playwright-core';
import { expect, expectAccessible, expectAllToReadWell, test } from './support/browser.ts';
import { enterAs } from './support/people.ts';
import { linkIn, mailTo } from './support/mail.ts';

async function asCast(page: Page, name: string): Promise<void> {
	await page.goto('/demo');
	await page.getByRole('button', { name: `Als ${name} anmelden` }).click();
	await page.waitForURL('**/konto');
}
const fresh = (who: string) => `${who}-${Date.now()}-${Math.random().toString(36).slice(2, 7)}@post.example`;

/** The mail to this address that speaks of this. */
async function mailAbout(email: string, words: string) {
	for (let besides = 0; besides < 40; besides++) {
		const mail = await mailTo(email, besides);
		if (mail.text.includes(words)) return mail;
	}
	throw new Error(`Keine Mail über ${words}`);
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'a guest asks about a town, confirms the address, is answered without a sign-in and writes again (%s, JavaScript: %s)',
	{ timeout: 120_000 },
	async ([size, javaScript], { open }) => {
		const [guest, clerk] = [await open({ size, javaScript }), await open({ size, javaScript })];
		const email = fresh('gast');
		const question = `Wer zeigt uns den Bahnhof? <script>alert(1)</script> ${email}`;
		await guest.goto('/kommunen/wunsiedel');
		await guest.getByRole('link', { name: 'Nachricht schreiben' }).click();
		await guest.getByText('Wirtschaftsförderung').first().waitFor();
		await guest.getByRole('textbox', { name: /^Nachricht/ }).fill(question);
		await guest.getByRole('button', { name: 'Nachricht schicken' }).click();
		await guest.getByText('Bitte sagen, wie Sie heißen').first().waitFor();
		expect(await guest.getByRole('textbox', { name: /^Nachricht/ }).inputValue()).toBe(question);
		await guest.getByLabel('Name').fill('Gerda Gast');
		await guest.getByLabel('Mailadresse').fill(email);
		await guest.getByRole('button', { name: 'Nachricht schicken' }).click();
		await guest.getByText('Bitte sehen Sie in Ihr Postfach').waitFor();

		await guest.goto(linkIn(await mailTo(email)));
		await guest.getByRole('button', { name: 'Abschicken' }).click();
		await guest.getByRole('heading', { name: 'Ihre Nachricht ist unterwegs' }).waitFor();

		const received = await mailAbout('leerstand@wunsiedel.example', email);
		await clerk.goto(linkIn(received));
		await clerk.getByText('<script>alert(1)</script>').waitFor();
		await clerk.getByRole('button', { name: 'Antwort schicken' }).click();
		await clerk.getByText('Bitte eine Antwort schreiben').first().waitFor();
		await clerk.getByLabel('Ihre Antwort').fill('Am Freitag um zehn, am Gleis.');
		await clerk.getByRole('button', { name: 'Antwort schicken' }).click();
		await clerk.getByText('Ihre Antwort ist unterwegs').waitFor();

		await guest.goto(linkIn(await mailTo(email, 1)));
		await guest.getByText('Am Freitag um zehn, am Gleis.').waitFor();
		await guest.getByText('Weiterschreiben oder löschen').click();
		await guest.getByRole('textbox', { name: /^Nachricht/ }).fill('Gern. Wir sind zu siebt.');
		await guest.getByRole('button', { name: 'Schicken' }).click();
		await guest.getByText('Ihre Nachricht ist unterwegs').waitFor();
		await clerk.goto(linkIn(received));
		await clerk.getByText('Gern. Wir sind zu siebt.').waitFor();
		await guest.getByText('Weiterschreiben oder löschen').click();
		await guest.getByRole('button', { name: /Alles löschen/ }).click();
		await guest.waitForURL('**/ansprechperson');
		expect((await clerk.goto(linkIn(received)))?.status()).toBe(410);
	}
);

test(
	'a clerk answers in the office what a group asked about a house, and the group reads it in the account',
	{ timeout: 120_000 },
	async ({ open }) => {
		const [group, clerk] = [await open({ size: 'phone' }), await open({ javaScript: false })];
		await asCast(group, 'Jonas Weber');
		await group.goto('/raeume?kommune=angermuende');
		await group.locator('main a[href^="/raeume/"]:not([href^="/raeume/karte"])').first().click();
		await group.getByRole('link', { name: 'Nachricht schreiben' }).click();
		const question = `Steht ein Klavier darin? ${Date.now()}`;
		await group.getByRole('textbox', { name: /^Nachricht/ }).fill(question);
		await group.getByRole('button', { name: 'Nachricht schicken' }).click();
		await group.getByText('Ihre Nachricht ist unterwegs').waitFor();

		await asCast(clerk, 'Ines Krüger');
		await clerk.goto('/buero/nachrichten');
		await clerk.locator('li', { hasText: question }).getByRole('link').click();
		await clerk.getByLabel('Ihre Antwort').fill('Ja, verstimmt.');
		await clerk.getByRole('button', { name: 'Antwort schicken' }).click();
		await clerk.getByText('Ihre Antwort ist unterwegs').waitFor();
		await group.goto('/konto/nachrichten');
		await group.getByText('Ja, verstimmt.').first().waitFor();
		expect(await group.getByText(question).count()).toBeGreaterThan(0);
	}
);

test('an initiative names who answers for what, and while one is away the deputy stands there', { timeout: 120_000 }, async ({ open }) => {
	const page = await open({ size: 'phone' });
	await asCast(page, 'Amira Haddad');
	await page.goto('/organisationen/werkhof-angermuende');
	await page.getByRole('link', { name: /^Ansprechperson(en)? (eintragen|bearbeiten)/ }).click();
	const unit = `Werkstatt ${Date.now()}`;
	await page.getByLabel('Stelle').fill(unit);
	await page.getByLabel('Kultur', { exact: true }).check();
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.getByText('sonst erreicht Sie niemand').first().waitFor();
	expect(await page.getByLabel('Stelle').inputValue()).toBe(unit);
	expect(await page.getByLabel('Kultur', { exact: true }).isChecked()).toBe(true);
	await page.getByLabel('E-Mail').fill('werkstatt@werkhof.example');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.getByText('Die Ansprechperson ist gespeichert').waitFor();
	await expectAccessible(page);
	await page
		.locator('li', { hasText: unit })
		.getByRole('button', { name: /^entfernen/ })
		.click();
	await page.getByText('Die Ansprechperson ist entfernt').waitFor();
});

test('the pages read well', async ({ open }) => {
	const page = await open();
	await expectAllToReadWell(page, [
		'/ansprechperson',
		'/ansprechperson?ort=16278&thema=heritage',
		'/ansprechperson?ort=gibtesnicht',
		'/kommunen/angermuende'
	]);
	await enterAs(page, 'ines');
	await expectAllToReadWell(page, ['/buero/nachrichten', '/konto/nachrichten', '/buero/kommune?ags=12073008']);
});
