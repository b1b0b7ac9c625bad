import type { Page } from 'playwright-core';
import { commitmentTo } from '#modules/records/entry.ts';
import { cast } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { plantCall, plantFinished } from './support/concept-stage.ts';
import { linkIn, mailTo } from './support/mail.ts';
import { database, enterAs, enterLike, newPersonLike } from './support/people.ts';

const pdf = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nein Plan\n%%EOF') };
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Begins for a group that has no legal form yet. Returns the address of the concept. */
async function begin(page: Page, slug: string, name: string): Promise<string> {
	await page.goto(`/verfahren/${slug}/mitmachen`);
	await page.getByLabel('Als Gruppe: wie sie heißt').fill(name);
	await page.getByRole('button', { name: 'Konzept beginnen' }).click();
	await page.getByText('Das Konzept ist begonnen.').waitFor();
	return new URL(page.url()).pathname;
}

/** Texts, costs and papers, until nothing is missing. */
async function write(page: Page, base: string, word: string): Promise<void> {
	await page.goto(base);
	for (const area of await page.locator('main textarea').all()) await area.fill(`${word}: was wir dazu sagen.`);
	await page.getByLabel('Titel des Konzepts').fill(`${word} am Markt`);
	await page.getByRole('button', { name: 'Speichern' }).click();
	await page.getByText('Gespeichert.').waitFor();
	await page.goto(`${base}/kosten`);
	await page.locator('#f-once-text-0').fill('Umbau');
	await page.locator('[name=onceAmount]').first().fill('viel');
	await page.getByRole('button', { name: 'Speichern und rechnen' }).click();
	await page.getByText('„Umbau“ braucht einen Betrag in Euro').first().waitFor();
	await page.locator('[name=onceAmount]').first().fill('20.000');
	await page.getByRole('button', { name: 'Speichern und rechnen' }).click();
	await page.getByText('Zur Finanzierung der einmaligen Kosten fehlen noch 20.000').waitFor();
	await page.goto(`${base}/dateien`);
	for (let wanted = 20; wanted > 0 && (await page.locator('#wanted').count()); wanted--) {
		await page.getByLabel('Datei', { exact: true }).setInputFiles(pdf);
		await page.getByRole('button', { name: 'Anfügen' }).click();
		await page.getByText('Gespeichert.').waitFor();
	}
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'a group writes, hands in, changes; two openers open (%s, JavaScript: %s)',
	{ timeout: 240_000 },
	async ([size, javaScript], { open }) => {
		const call = await plantCall(database());
		const [writer, reader, admin] = [await open({ size, javaScript }), await open({ size, javaScript }), await open({ size, javaScript })];
		const person = await newPersonLike(cast.amira);
		await enterAs(writer, person);
		await enterAs(admin, 'renate');
		const base = await begin(writer, call.slug, 'Werkhof in Gründung');
		await writer.goto(`${base}/abgabe`);
		await writer.getByRole('link', { name: 'Das Konzept hat noch keinen Titel.' }).click();
		await heading(writer, 'Texte');
		await write(writer, base, 'Werkhof');
		await writer.goto(`${base}/abgabe`);
		await writer.getByRole('button', { name: 'Verschließen und abgeben' }).click();
		await writer.getByText('Abgegeben. Das ist Euer Schlüssel.').waitFor();
		const key = (await writer.locator('[data-key]').getAttribute('data-key')) ?? '';
		expect(key).toMatch(/^AGE-SECRET-KEY-1/);
		await writer.goto(`${base}/abgabe`);
		expect(await writer.getByText(key.slice(0, 24)).count(), 'only once').toBe(0);
		const receipt = await (await writer.request.get(`${base}/quittung.json`)).json();
		expect(receipt).toMatchObject({ format: 'gestaltungsraum-quittung', procedure: call.id });
		expect((await writer.request.get(`${base}/quittung.pdf`)).headers()['content-type']).toBe('application/pdf');

		for (const path of ['', '/kosten', '/dateien']) {
			await writer.goto(base + path);
			expect(new URL(writer.url()).pathname, `${path} is sealed`).toBe(`${base}/abgabe`);
		}
		await writer.goto(`/verfahren/${call.slug}/mitmachen`);
		await writer.getByRole('link', { name: 'Konzept, verschlossen' }).click();
		await heading(writer, 'Abgabe');
		for (const path of ['', '/abgabe', '/menschen', '/quittung.json']) expect((await admin.goto(base + path))?.status(), path).toBe(404);
		await enterAs(reader, 'ines');
		await reader.goto(`/buero/verfahren/${call.id}/oeffnung`);
		await reader.getByText('Noch verschlossen.').waitFor();
		expect(await reader.locator('main').innerText()).not.toMatch(/Werkhof|Ein Konzept/);

		await writer.getByText('Eigene Kopie zum Nachweis').click();
		await writer.getByRole('button', { name: 'Kopie öffnen' }).click();
		await writer.getByRole('link', { name: /Bitte den Schlüssel einfügen/ }).waitFor();
		expect(await writer.getByRole('button', { name: 'Zurückholen und ändern' }).isVisible(), 'only the copy is open').toBe(false);
		await writer.locator('#f-copy-key').fill(key);
		await writer.getByRole('button', { name: 'Kopie öffnen' }).click();
		const copy = decodeURIComponent((await writer.getByRole('link', { name: 'Kopie sichern' }).getAttribute('href')) ?? '').replace(
			/^[^,]*,/,
			''
		);
		const { content } = JSON.parse(copy);
		expect(await commitmentTo(content.value, content.salt)).toBe(receipt.entry.commitments.content);
		await writer.goto(`${base}/abgabe`);
		await writer.getByText('Etwas ändern').click();
		await writer.getByLabel('Schlüssel', { exact: true }).first().fill('AGE-SECRET-KEY-1ABC');
		await writer.getByRole('button', { name: 'Zurückholen und ändern' }).click();
		await writer.getByText('Dieser Schlüssel passt nicht zu Eurem Konzept.').first().waitFor();
		await writer
			.getByLabel('oder die Datei, in der er gesichert ist')
			.first()
			.setInputFiles({ name: 'schluessel.txt', mimeType: 'text/plain', buffer: Buffer.from(`Das ist der Schlüssel\n\n${key}\n`) });
		await writer.getByRole('button', { name: 'Zurückholen und ändern' }).click();
		await heading(writer, 'Texte');
		await writer.getByLabel('Titel des Konzepts').fill('Werkhof, noch besser');
		await writer.getByRole('button', { name: 'Speichern' }).click();
		await writer.getByText('Gespeichert.').waitFor();
		await writer.getByRole('link', { name: 'Abgeben oder verwerfen' }).click();
		await writer.getByRole('button', { name: 'Änderung abgeben' }).click();
		await writer.getByText('Euer Schlüssel bleibt derselbe.').waitFor();

		await call.end();
		await reader.goto(`/buero/verfahren/${call.id}/oeffnung`);
		await reader
			.getByLabel('Schlüssel', { exact: true })
			.first()
			.fill(call.keys.friedrich ?? '');
		await reader.getByRole('button', { name: 'Schlüssel eingeben' }).click();
		await reader.getByText('Dieser Schlüssel passt nicht zu Ihnen').first().waitFor();
		await reader
			.getByLabel('Schlüssel', { exact: true })
			.first()
			.fill(call.keys.ines ?? '');
		await reader.getByRole('button', { name: 'Schlüssel eingeben' }).click();
		await reader.getByText('Jetzt fehlt noch der einer zweiten Person.').waitFor();
		await enterAs(reader, 'oskar');
		await reader.goto(`/buero/verfahren/${call.id}/oeffnung`);
		await reader
			.getByLabel('Schlüssel', { exact: true })
			.first()
			.fill(call.keys.oskar ?? '');
		await reader.getByRole('button', { name: 'Schlüssel eingeben' }).click();
		await reader.getByText('Ein Konzept lag darin.').waitFor();
		await writer.goto(base);
		await writer.getByText('Es trägt die Nummer 1.').waitFor();
		await writer.getByRole('heading', { name: 'Werkhof, noch besser' }).waitFor();
		const file = (await writer.locator('a[href*="/dateien/"]').first().getAttribute('href')) ?? '';
		expect(await (await writer.request.get(file)).text()).toBe(pdf.buffer.toString());
		await call.remove();
	}
);

test(
	'two write at once and see both texts; a second writer comes by mail; an infected file stays out',
	{ timeout: 180_000 },
	async ({ open }) => {
		const call = await plantCall(database());
		const [first, second] = [await open(), await open({ size: 'phone' })];
		const [one, two] = [await newPersonLike(cast.amira), await newPersonLike(cast.jonas)];
		await enterAs(first, one);
		await enterAs(second, two);
		const base = await begin(first, call.slug, 'Zwei am Text');
		expect((await second.goto(base))?.status()).toBe(404);
		await first.goto(`${base}/menschen`);
		await first.getByLabel('Mailadresse').fill(two.email);
		await first.getByRole('button', { name: 'Einladen' }).click();
		await first.getByText('Gespeichert.').waitFor();
		const mail = await mailTo(two.email);
		expect(mail.subject).not.toMatch(/Konzept|Schule/);
		await second.goto(linkIn(mail));
		await second.getByRole('button', { name: 'Ja, ich schreibe mit' }).click();
		await second.getByText('Ihr schreibt jetzt mit.').waitFor();
		await second.goto(linkIn(mail));
		await heading(second, 'Texte');
		await first.goto(base);
		await first.getByLabel('Titel des Konzepts').fill('Von der Ersten');
		await first.getByRole('button', { name: 'Speichern' }).click();
		await first.getByText('Gespeichert.').waitFor();
		await second.getByLabel('Titel des Konzepts').fill('Vom Zweiten');
		await second.getByRole('button', { name: 'Speichern' }).click();
		await second.getByRole('heading', { name: /^Was jetzt dort steht/ }).waitFor();
		await second.getByText('Von der Ersten', { exact: true }).waitFor();
		expect(await second.getByLabel('Titel des Konzepts').inputValue()).toBe('Vom Zweiten');
		await second.getByRole('button', { name: 'Speichern' }).click();
		await second.getByText('Gespeichert.').waitFor();
		await second.goto(`${base}/dateien`);
		const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
		await second
			.getByLabel('Datei', { exact: true })
			.setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(eicar) });
		await second.getByRole('button', { name: 'Anfügen' }).click();
		await second.getByText('enthält eine Virensignatur').first().waitFor();
		await first.goto(base);
		await first.getByLabel('Titel des Konzepts').fill('Gerade noch getippt');
		await database().query("update procedures set deadline = now() - interval '1 second' where id = $1", [call.id]);
		await first.getByRole('button', { name: 'Speichern' }).click();
		await first
			.getByText(/^Zu spät/)
			.first()
			.waitFor();
		expect(await first.getByRole('heading', { name: 'Das ging nicht' }).count(), 'nothing is missing').toBe(1);
		expect(await first.getByLabel('Titel des Konzepts').inputValue()).toBe('Gerade noch getippt');
		expect(await first.getByRole('button', { name: 'Speichern' }).count(), 'nothing can be saved any more').toBe(0);
		await database().query('update procedures set deadline = $2 where id = $1', [call.id, call.deadline]);
		await first.goto(`${base}/menschen`);
		await first.getByRole('button', { name: 'Nicht mehr mitschreiben' }).click();
		await first.getByText('Ihr schreibt an diesem Konzept nicht mehr mit.').waitFor();
		await second.goto(`${base}/menschen`);
		await second.getByRole('button', { name: 'Nicht mehr mitschreiben' }).click();
		await second.getByText('Ihr seid die letzte Person.').first().waitFor();
		await second.goto(`${base}/abgabe`);
		await second.getByText('Entwurf wegwerfen', { exact: true }).click();
		await second.getByRole('button', { name: 'Wegwerfen' }).click();
		await second.getByText('Bitte das Kästchen ankreuzen').first().waitFor();
		await second.getByLabel('Ja, den Entwurf wegwerfen').check();
		await second.getByRole('button', { name: 'Wegwerfen' }).click();
		await second.getByText('Der Entwurf ist weggeworfen.').waitFor();
		await call.remove();
	}
);

test.for([
	['phone', false],
	['desktop', true]
] as const)('an opener makes a key and tries it (%s, JavaScript: %s)', async ([size, javaScript], { open }) => {
	const ready = await plantFinished(database());
	const page = await open({ size, javaScript });
	await enterAs(page, 'friedrich');
	await page.goto(`/buero/verfahren/${ready.id}/oeffnung`);
	await page.getByRole('button', { name: 'Neuen Schlüssel machen' }).click();
	await page.getByText('Das ist Ihr Schlüssel').waitFor();
	const key = (await page.locator('[data-key]').getAttribute('data-key')) ?? '';
	const sheet = decodeURIComponent((await page.getByRole('link', { name: 'Als Datei sichern' }).getAttribute('href')) ?? '');
	expect(sheet).toContain(key);
	await page.goto(`/buero/verfahren/${ready.id}/oeffnung`);
	await page.getByLabel('Schlüssel', { exact: true }).fill(ready.keys.friedrich ?? '');
	await page.getByRole('button', { name: 'Ausprobieren' }).click();
	await page.getByText('nicht der für dieses Verfahren').first().waitFor();
	expect(await page.getByLabel('Schlüssel', { exact: true }).inputValue(), 'a key is never given back').toBe('');
	await page
		.getByLabel('oder die Datei, in der er gesichert ist')
		.setInputFiles({ name: 'k.txt', mimeType: 'text/plain', buffer: Buffer.from(sheet) });
	await page.getByRole('button', { name: 'Ausprobieren' }).click();
	await page.getByText('Der Schlüssel passt.').waitFor();
	await enterLike(page, 'ines');
	await page.goto(`/buero/verfahren/${ready.id}/oeffnung`);
	await page.getByText('Schlüssel gemacht und ausprobiert').waitFor();
	expect(await page.getByRole('button', { name: /Schlüssel machen/ }).count()).toBe(0);
	await ready.remove();
});

test('all pages read well, on the phone and in the dark', { timeout: 240_000 }, async ({ open }) => {
	const call = await plantCall(database());
	const page = await open();
	await enterAs(page, await newPersonLike(cast.amira));
	const base = await begin(page, call.slug, 'Werkhof in Gründung');
	const pages = ['', '/kosten', '/dateien', '/menschen', '/abgabe'].map((end) => base + end);
	await expectAllToReadWell(page, [...pages, '/konto/konzepte', `/verfahren/${call.slug}/mitmachen`]);
	await write(page, base, 'Werkhof');
	await page.goto(`${base}/abgabe`);
	await page.getByRole('button', { name: 'Verschließen und abgeben' }).click();
	await page.getByText('Abgegeben. Das ist Euer Schlüssel.').waitFor();
	await expectAllToReadWell(page, [`${base}/abgabe`]);
	await enterAs(page, 'ines');
	await call.end();
	await expectAllToReadWell(page, [`/buero/verfahren/${call.id}/oeffnung`]);
	await call.remove();
});
