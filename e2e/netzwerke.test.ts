import { expect, expectAllToReadWell, looks, test } from './support/browser.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { enterAs } from './support/people.ts';

const pages = ['/netzwerke', '/netzwerke/helle-orte', '/netzwerke/gemeinsame-mitte', '/netzwerke/raumlotsen-brandenburg'];

test('the pages of networks stand', async ({ open }) => {
	await expectAllToReadWell(await open(), pages, [...looks, ['desktop', 'light']]);
});

test('without a script: from the list to a network, to its members and to the values of an alliance', async ({ open }) => {
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto('/');
	await page.getByText('Menü', { exact: true }).click();
	await page.getByRole('link', { name: 'Netzwerke', exact: true }).click();
	await page.getByRole('link', { name: 'Helle Orte', exact: true }).click();
	expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Helle Orte');
	await page.getByRole('link', { name: 'Herzberg (Elster)' }).click();
	expect(new URL(page.url()).pathname).toBe('/kommunen/herzberg-elster');
	await page.goto('/netzwerke/gemeinsame-mitte');
	expect(await page.getByRole('heading', { level: 3, name: /Stiftungen/ }).count()).toBe(1);
	expect(await page.getByText('hat Fassung 2 der Werte bestätigt').count()).toBeGreaterThan(5);
	expect((await page.goto('/netzwerke/gibt-es-nicht'))?.status()).toBe(404);
});

test('somebody is noted: asked for consent, a mail, a click on the page, and off again', async ({ open }) => {
	const email = `rathaus-${Date.now()}@stadt.example`;
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto('/netzwerke/helle-orte');
	await page.getByLabel('E-Mail').fill(email);
	await page.getByRole('button', { name: 'Auf dem Laufenden bleiben' }).click();
	expect(await page.getByRole('alert').textContent()).toContain('Einverständnis');
	expect(await page.getByLabel('E-Mail').inputValue()).toBe(email);
	await page.getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Auf dem Laufenden bleiben' }).click();
	expect(await page.getByText('Bitte sehen Sie in Ihr Postfach').count()).toBe(1);
	const link = linkIn(await mailTo(email));
	await page.goto(link);
	await page.goto(link);
	await page.getByRole('button', { name: 'Ja, vormerken' }).click();
	expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sie sind vorgemerkt');
	await page.getByRole('link', { name: 'Doch lieber nicht' }).click();
	await page.getByRole('button', { name: 'Abmelden', exact: true }).click();
	expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Abgemeldet');
	await page.goto(link);
	expect(await page.getByText('Dieser Link gilt nicht mehr').count()).toBe(1);
});

test('the office adds a voice, releases it, looks at the preview and publishes; a founder reads the list, a clerk elsewhere does not', async ({
	open
}) => {
	const page = await open({ javaScript: false });
	const quote = `Wir haben den Saal ${Date.now()} wieder offen.`;
	await enterAs(page, 'oskar');
	await page.goto('/buero/netzwerk/helle-orte/teile/stimmen');
	await page.getByLabel('Was gesagt wurde').fill(quote);
	await page.getByLabel('Name', { exact: true }).fill('Karin Voss');
	await page.getByRole('button', { name: 'Speichern' }).click();
	expect(await page.getByRole('alert').textContent()).toContain('In welcher Aufgabe');
	expect(await page.getByLabel('Was gesagt wurde').inputValue()).toBe(quote);
	await page.getByLabel('Aufgabe').fill('Ortsvorsteherin');
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.goto('/buero/netzwerk/helle-orte/vorschau');
	expect(await page.getByText(quote).count()).toBe(0);
	await page.goto('/buero/netzwerk/helle-orte/teile/stimmen');
	await page.getByRole('listitem').filter({ hasText: quote }).getByRole('link', { name: 'ändern' }).click();
	await page.getByRole('checkbox', { name: /freigegeben/ }).check();
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.goto('/buero/netzwerk/helle-orte/vorschau');
	expect(await page.getByText(quote).count()).toBe(1);
	const guest = await open();
	await guest.goto('/netzwerke/helle-orte');
	expect(await guest.getByText(quote).count()).toBe(0);
	await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
	await guest.goto('/netzwerke/helle-orte');
	expect(await guest.getByText(quote).count()).toBe(1);
	const founder = await open();
	await enterAs(founder, 'friedrich');
	await founder.goto('/buero/netzwerk/helle-orte/mitglieder?stand=applicant');
	expect(await founder.getByRole('link', { name: 'Marktleuthen' }).count()).toBe(1);
	expect((await founder.goto('/buero/netzwerk/gemeinsame-mitte/mitglieder'))?.status()).toBe(404);
});

test('the pages of the office stand', async ({ open }) => {
	const page = await open();
	await enterAs(page, 'oskar');
	const base = '/buero/netzwerk/helle-orte';
	await expectAllToReadWell(page, [
		'/buero/netzwerk',
		base,
		`${base}/angaben`,
		`${base}/werte`,
		`${base}/menschen`,
		`${base}/teile`,
		`${base}/teile/abschnitte`,
		`${base}/mitglieder`,
		`${base}/vorschau`,
		'/konto/netzwerke'
	]);
});
