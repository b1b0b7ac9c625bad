import type { Page } from 'playwright-core';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { enterAs } from './support/people.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { enterByMail, plantMayor } from './support/mayor.ts';

const desk = '/buero/netzwerk/helle-orte/aufnahme';
const internal = 'Der Kämmerer zögert noch, bitte nicht weitersagen.';
const today = new Date().toISOString().slice(0, 10);
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

async function asCast(page: Page, name: string): Promise<void> {
	await page.goto('/demo');
	await page.getByRole('button', { name: `Als ${name} anmelden` }).click();
	await page.waitForURL('**/konto');
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** From the page of the network over the self-check to the application that was sent. */
async function apply(mayor: Page, { town, email }: { town: string; email: string }): Promise<string> {
	await mayor.goto('/netzwerke/helle-orte');
	await mayor.getByRole('link', { name: 'Mitglied werden' }).click();
	await mayor.getByLabel('Ihre Kommune').fill(town);
	await press(mayor, 'Weiter');
	await mayor.getByText('Raumtyp des Kreises').waitFor();
	await mayor.getByLabel('Ja, das sagen wir auch öffentlich').check();
	await mayor.getByLabel('Zurzeit niemand').check();
	await press(mayor, 'Ergebnis ansehen');
	expect(await mayor.getByText('teilen sich zwei Menschen die Aufgabe').count()).toBe(1);
	await mayor.getByRole('link', { name: 'Antrag beginnen' }).click();
	await enterByMail(mayor, email);
	await heading(mayor, 'Antrag bei Helle Orte');
	await press(mayor, 'Antrag beginnen');
	await heading(mayor, `${town} bei Helle Orte`);
	const address = new URL(mayor.url()).pathname;
	await mayor.getByRole('link', { name: 'Weiterschreiben' }).click();
	for (const theme of ['Haltung', 'Motivation', 'Erwartungen', 'Laufende Projekte']) {
		await heading(mayor, theme);
		await mayor.getByRole('textbox').fill(`${theme}: Wir machen die Häuser wieder auf. <script>alert(1)</script>`);
		await press(mayor, 'Speichern und weiter');
	}
	await heading(mayor, 'Kriterien');
	for (const choice of await mayor.getByLabel('trifft zu').all()) await choice.check();
	await press(mayor, 'Speichern und weiter');
	await heading(mayor, 'Zeit');
	await mayor.getByLabel(/Wie viele Minuten/).fill('viele');
	await press(mayor, 'Speichern und weiter');
	await mayor.getByRole('alert').waitFor();
	expect(await mayor.getByLabel(/Wie viele Minuten/).inputValue()).toBe('viele');
	await mayor.getByLabel(/Wie viele Minuten/).fill('120');
	await press(mayor, 'Speichern und weiter');
	await heading(mayor, 'Werte');
	await mayor.getByRole('checkbox').check();
	await press(mayor, 'Speichern und weiter');
	await heading(mayor, 'Ansprechperson');
	await mayor.getByLabel('Name').fill('x'.repeat(5000));
	await mayor.getByLabel('E-Mail').fill(email);
	await press(mayor, 'Speichern und weiter');
	expect(await mayor.getByRole('alert').textContent()).toContain('höchstens 120 Zeichen');
	await mayor.getByLabel('Name').fill('Luise Brandt');
	await press(mayor, 'Speichern und weiter');
	await heading(mayor, 'So liest das Netzwerk Ihren Antrag');
	await press(mayor, 'Antrag absenden');
	await mayor.getByText('Abgesandt. Danke!').waitFor();
	return address.split('/').pop() ?? '';
}

async function step(office: Page, at: string, name: string): Promise<void> {
	await office.goto(at);
	await press(office, name);
	await office.getByText('Gespeichert. Die Kommune ist benachrichtigt.').waitFor();
}

async function note(office: Page, at: string, section: RegExp): Promise<void> {
	await office.goto(`${at}/termine`);
	const panel = office.getByRole('region', { name: section });
	await panel.getByLabel('Stattgefunden am').fill(today);
	await panel.getByLabel('Gemeinsame Notiz').fill('Ein gutes Gespräch.');
	await panel.getByLabel('Interne Notiz').fill(internal);
	await panel.getByRole('button', { name: 'Notizen speichern' }).click();
	await office.getByText('Gespeichert.', { exact: true }).waitFor();
}

/** The votes of those without an account, and Friedrich's own, who sees the others only after it. */
async function vote(office: Page, founder: Page, at: string): Promise<void> {
	await office.goto(`${at}/stimmen`);
	for (const name of ['Sabine Wolter', 'Jörg Petzold', 'Birgit Amann']) {
		await office.getByText(name, { exact: true }).last().click();
		const form = office.locator('form').filter({ hasText: `Wie stimmt ${name}?` });
		await form.getByLabel('aufnehmen', { exact: true }).check();
		await form.getByLabel('Warum?').fill(`${name} ist dafür.`);
		await form.getByRole('button', { name: 'Eintragen' }).click();
		await office.getByText('Eingetragen.').waitFor();
		await office.goto(`${at}/stimmen`);
	}
	expect(await office.getByText('Birgit Amann ist dafür.').count()).toBe(0);
	await founder.goto(`${at}/stimmen`);
	expect(await founder.getByText('Birgit Amann ist dafür.').count()).toBe(0);
	await founder.getByLabel('aufnehmen', { exact: true }).check();
	await founder.getByLabel('Warum?').fill('Die haben schon angefangen.');
	await press(founder, 'Abgeben');
	await founder.getByText('Birgit Amann ist dafür.').waitFor();
}

test.for([
	['Kyritz', '12068264', true],
	['Perleberg', '12070296', false]
] as const)(
	'%s: a mayor on a phone walks from the network page to active membership, the office does its half (JavaScript: %o)',
	{ timeout: 300_000 },
	async ([town, ags, javaScript], { open }) => {
		const mayor = await open({ size: 'phone', javaScript });
		const [office, founder, guest] = [
			await open({ javaScript }),
			await open({ javaScript }),
			await open({ size: 'phone', javaScript: false })
		];
		const email = await plantMayor({ ags, name: 'Luise Brandt' });
		const id = await apply(mayor, { town, email });
		await asCast(office, 'Oskar Behrens');
		await asCast(founder, 'Friedrich Nowak');
		const at = `${desk}/${id}`;

		await step(office, at, 'Vollständigkeit prüfen');
		await step(office, at, 'Zum Gespräch einladen');
		await office.goto(`${at}/termine`);
		await office.getByLabel('Vorschlag 1').fill(`${day(4)}T15:30`);
		await office.getByLabel('Vorschlag 2').fill(`${day(5)}T09:00`);
		await office.getByLabel('Ort', { exact: true }).fill('per Video');
		await press(office, 'Vorschläge senden');
		await office.getByText('Die Vorschläge sind unterwegs.').waitFor();

		const link = linkIn(await mailTo(email, 3));
		for (let scan = 0; scan < 2; scan++) await guest.goto(link);
		await guest.getByLabel(/15:30 Uhr/).check();
		await press(guest, 'Antworten');
		await heading(guest, 'Danke, der Termin steht');
		await guest.goto(link);
		await heading(guest, 'Schon beantwortet');

		await note(office, at, /^Gespräch/);
		await step(office, at, 'Gespräch ist geführt');
		await step(office, at, 'Dem Gründerteam vorstellen');
		await note(office, at, /^Kennenlernen/);
		await step(office, at, 'In die Beratung geben');
		await vote(office, founder, at);
		await office.goto(`${at}/stimmen`);
		await office.getByLabel(/Begründung/).fill('Einstimmig. Willkommen!');
		await press(office, 'Aufnehmen');
		await office.getByText('Entschieden.').waitFor();

		await mayor.goto(`/konto/aufnahme/${id}`);
		expect(await mayor.getByText('Den Aufnahmebeitrag überweisen.').count()).toBeGreaterThan(0);
		const invoice = office.getByRole('link', { name: 'Rechnung ansehen' });
		const isInvoiced = async () => {
			await office.goto(at);
			return invoice.count();
		};
		await expect.poll(isInvoiced, { timeout: 20_000, interval: 500 }).toBe(1);
		await invoice.click();
		await press(office, 'Zahlung eintragen');
		await office.getByText('Die Zahlung ist eingetragen.').waitFor();
		const isActive = async () => {
			await mayor.goto(`/konto/aufnahme/${id}`);
			return mayor.getByRole('heading', { name: 'Aktiv', exact: true }).count();
		};
		await expect.poll(isActive, { timeout: 20_000, interval: 500 }).toBe(1);
		expect(await mayor.getByText('Ein gutes Gespräch.').count()).toBe(2);
		await mayor.goto(`/konto/aufnahme/${id}/akte`);
		await heading(mayor, 'Akte der Aufnahme');
		const read = await mayor.content();
		expect(read).toContain('&lt;script&gt;alert(1)');
		for (const secret of [internal, 'ist dafür.', 'schon angefangen']) expect(read).not.toContain(secret);
		await mayor.goto('/netzwerke/helle-orte');
		expect(await mayor.getByRole('link', { name: town }).count()).toBe(1);
		await office.emulateMedia({ media: 'print' });
		await office.goto(`${at}/akte`);
		expect(await office.getByText(internal).count()).toBe(2);
		expect(await office.getByText('Zum Drucken').isVisible()).toBe(false);
	}
);

test('the pages of the admission stand', async ({ open }) => {
	const page = await open();
	const look = (paths: string[]) => expectAllToReadWell(page, paths);
	await look(['/netzwerke/helle-orte/aufnahme?ort=Zehdenick']);
	await enterAs(page, 'oskar');
	const dossierOf = async (town: string) => {
		await page.goto(`${desk}?auswahl=all&q=${encodeURIComponent(town)}`);
		return (await page.getByRole('link', { name: town, exact: true }).getAttribute('href')) ?? '';
	};
	const [deciding, scheduling] = [await dossierOf('Hitzacker (Elbe)'), await dossierOf('Tann (Rhön)')];
	await look([desk, `${desk}?ansicht=tafel&auswahl=all`, deciding, `${deciding}/stimmen`, `${deciding}/akte`, `${scheduling}/termine`]);
	await asCast(page, 'Katrin Ahlers');
	await page.goto('/konto/aufnahme');
	await page.getByRole('link', { name: 'Helle Orte', exact: true }).click();
	await heading(page, 'Zehdenick bei Helle Orte');
	const own = new URL(page.url()).pathname;
	await look(['/konto/aufnahme', own, `${own}/teil/frage-4`, `${own}/teil/kriterien`, `${own}/teil/werte`, `${own}/vorschau`]);
});
