import type { Page } from 'playwright-core';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { plantLockedProcedure } from './support/award-of-house.ts';
import { enterAs } from './support/people.ts';

const resolution = { name: 'beschluss.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF') };
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());

async function recommend(page: Page, base: string): Promise<void> {
	await page.goto(`${base}/zuschlag`);
	await page.getByLabel(/^Was die Jury empfiehlt/).fill('Das erste Konzept trägt am weitesten.');
	await page.getByLabel(/^Platz 3: /).fill('Der Betrieb blieb offen.');
	await page.getByRole('button', { name: 'Empfehlung festhalten' }).click();
	await page.getByText('Gespeichert. Es steht in der Akte.').waitFor();
}

async function decide(page: Page): Promise<void> {
	await page.getByLabel(/^Am/).fill(today());
	await page.getByLabel('Ja', { exact: true }).fill('12');
	await page.getByLabel('Nein', { exact: true }).fill('2');
	await page.getByLabel(/^Beschluss/).setInputFiles(resolution);
	await page.getByRole('button', { name: 'Eintragen und alle Briefe verschicken' }).click();
	await page.getByRole('heading', { name: 'Entschieden', exact: true }).waitFor();
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'from locked points to letters, an objection and the file (%s, JavaScript: %s)',
	{ timeout: 240_000 },
	async ([size, javaScript], { open }) => {
		const [lead, group, juror, public_] = [
			await open({ size, javaScript }),
			await open({ size, javaScript }),
			await open({ size, javaScript }),
			await open({ size, javaScript })
		];
		await enterAs(lead, 'ines');
		await enterAs(group, 'jonas');
		const { base, slug, conceptOf, remove, juror: member } = await plantLockedProcedure(`Wer bekommt die Schule? ${Date.now()}`);
		await enterAs(juror, member);
		const own = `/konto/konzepte/${conceptOf.jonas}/ergebnis`;
		const result = `/verfahren/${slug}/ergebnis`;
		expect((await public_.goto(result))?.status()).toBe(404);
		expect((await group.goto(own))?.status()).toBe(404);
		for (const part of ['auswertung', 'zuschlag', 'vermerk']) expect((await group.goto(`${base}/${part}`))?.status(), part).toBe(404);
		for (const part of ['zuschlag', 'vermerk']) expect((await juror.goto(`${base}/${part}`))?.status(), part).toBe(404);
		await juror.goto(`${base}/auswertung`);
		await juror.getByRole('rowheader', { name: 'Nr. 1, Konzept von Amira Haddad' }).first().waitFor();

		await lead.goto(`${base}/zuschlag`);
		await lead.getByLabel(/^Andere Meinungen/).fill('Eine Stimme sah es anders.');
		await lead.getByRole('button', { name: 'Empfehlung festhalten' }).click();
		await lead.getByText('Bitte in einigen Sätzen schreiben, was empfohlen wird').first().waitFor();
		expect(await lead.getByLabel(/^Andere Meinungen/).inputValue()).toBe('Eine Stimme sah es anders.');
		await recommend(lead, base);

		await lead.getByLabel(/^Was den Ausschlag gab/).fill('Es trägt den Betrieb ohne Zuschuss.');
		await lead.getByRole('button', { name: 'Eintragen und alle Briefe verschicken' }).click();
		await lead.getByText('Bitte den Tag des Beschlusses eintragen.').first().waitFor();
		expect(await lead.getByLabel(/^Was den Ausschlag gab/).inputValue()).toBe('Es trägt den Betrieb ohne Zuschuss.');
		await decide(lead);

		await group.goto(own);
		await group.getByText('Ihr steht auf der Nachrückliste').first().waitFor();
		expect(await group.getByText('Hanna').count()).toBe(0);
		const letter = await group.request.get(`${own}/brief.pdf`);
		expect([letter.headers()['content-type'], (await letter.body()).subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
		const other = await group.context().newPage();
		await other.goto(own);
		await other.getByLabel(/^Was war aus Eurer Sicht falsch/).fill('Zur selben Zeit getippt.');
		await group.getByLabel(/^Was war aus Eurer Sicht falsch/).fill('Unser Kostenplan wurde übersehen.');
		await group.getByRole('button', { name: 'Einwand erheben' }).click();
		await group.getByText('Euer Einwand ist schon da').waitFor();
		await other.getByRole('button', { name: 'Einwand erheben' }).click();
		await other.getByText('Euer Einwand ist schon da').first().waitFor();
		const kept = other.getByLabel(/^Was war aus Eurer Sicht falsch/);
		const words = javaScript ? await kept.inputValue() : await other.locator('main').innerText();
		expect(words, 'nothing typed is lost').toContain('Zur selben Zeit getippt.');

		await lead.goto(`${base}/einwaende`);
		await lead.getByText('Ein Einwand ist noch nicht beantwortet. So lange ruht die Vergabe.').waitFor();
		await lead.getByLabel('Dem Einwand wird stattgegeben').check();
		await lead.getByLabel(/^Begründete Antwort/).fill('Er lag allen vor.');
		await lead.getByRole('button', { name: 'Antworten' }).click();
		await lead.getByText('Bitte sagen, was daraus folgt.').first().waitFor();
		expect(await lead.getByLabel(/^Begründete Antwort/).inputValue()).toBe('Er lag allen vor.');
		await lead.getByLabel('Der Einwand wird zurückgewiesen').check();
		await lead.getByRole('button', { name: 'Antworten' }).click();
		await lead.getByText('Die Antwort ist verschickt.').waitFor();
		await group.reload();
		await group.getByText('Er lag allen vor.').waitFor();

		await public_.goto(result);
		await public_.getByText('Gruppe Amira Haddad').first().waitFor();
		expect(await public_.getByText(/Jonas|Hanna|Kostenplan/).count()).toBe(0);
		await juror.goto(`${base}/vermerk`);
		await juror.getByRole('rowheader', { name: 'Ein Einwand wurde zurückgewiesen' }).waitFor();
		const file = await juror.request.get(`${base}/vermerk.pdf`);
		expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
		expect((await group.request.get(`${base}/vermerk.pdf`)).status()).toBe(404);
		await remove();
	}
);

test('equal points, and the lot decides in front of everybody', { timeout: 120_000 }, async ({ open }) => {
	const page = await open();
	await enterAs(page, 'ines');
	const { base, remove } = await plantLockedProcedure(`Los um die Schule ${Date.now()}`, { isTied: true });
	await page.goto(`${base}/zuschlag`);
	await page.getByText('Es ist noch nicht gezogen.').first().waitFor();
	expect(await page.getByRole('button', { name: 'Empfehlung festhalten' }).count()).toBe(0);
	await page.goto(`${base}/auswertung`);
	await page.getByRole('button', { name: 'Los ankündigen' }).click();
	await page.getByRole('button', { name: 'Los ziehen' }).click();
	await page.getByText('Bitte das Wort oder die Zahl eintragen').first().waitFor();
	await page.getByLabel(/^Wort oder Zahl/).fill('Kastanie 17');
	await page.getByRole('button', { name: 'Los ziehen' }).click();
	await page.getByText('Kastanie 17').waitFor();
	expect(await page.getByRole('button', { name: 'Los ziehen' }).count()).toBe(0);
	await recommend(page, base);
	await remove();
});

test('nobody gets it, and everybody reads why', { timeout: 120_000 }, async ({ open }) => {
	const [page, group] = [await open(), await open()];
	await enterAs(page, 'ines');
	await enterAs(group, 'hanna');
	const { base, slug, conceptOf, remove } = await plantLockedProcedure(`Keiner für die Schule ${Date.now()}`);
	await page.goto(`${base}/zuschlag`);
	await page.waitForLoadState('networkidle');
	await page.getByText('Niemand bekommt den Zuschlag').click();
	await page.getByLabel(/^Warum/).fill('Kein Konzept trägt den Betrieb.');
	await page.getByRole('button', { name: 'Ohne Zuschlag aufheben' }).click();
	await page.getByRole('heading', { name: 'Aufgehoben ohne Zuschlag' }).waitFor();
	await group.goto(`/konto/konzepte/${conceptOf.hanna}/ergebnis`);
	await group.getByText('Kein Konzept trägt den Betrieb.').first().waitFor();
	await group.getByRole('link', { name: 'Raumgesuch beginnen' }).click();
	await group.waitForURL(/\/konto\/gesuche\/neu\?titel=/);
	await group.goto(`/verfahren/${slug}/ergebnis`);
	await group.getByText('Kein Konzept trägt den Betrieb.').waitFor();
	expect(await group.getByText(/Gruppe (Amira|Jonas|Hanna)|Platz/).count()).toBe(0);
	await remove();
});

test('every page of the award reads well on phone and desktop, by day and night', { timeout: 240_000 }, async ({ open }) => {
	const page = await open();
	await enterAs(page, 'ines');
	const { base, slug, conceptOf, remove } = await plantLockedProcedure(`Lesbar: die Schule ${Date.now()}`, { isTied: true });
	await expectAllToReadWell(page, [`${base}/auswertung`]);
	await page.goto(`${base}/auswertung`);
	await page.getByRole('button', { name: 'Los ankündigen' }).click();
	await page.getByLabel(/^Wort oder Zahl/).fill('Linde');
	await page.getByRole('button', { name: 'Los ziehen' }).click();
	await page.getByText('Linde').waitFor();
	await expectAllToReadWell(page, [`${base}/auswertung`, `${base}/zuschlag`]);
	await recommend(page, base);
	await expectAllToReadWell(page, [`${base}/zuschlag`]);
	await page.getByLabel(/^Was den Ausschlag gab/).fill('Es trägt.');
	await decide(page);
	await enterAs(page, 'amira');
	const own = `/konto/konzepte/${conceptOf.amira}/ergebnis`;
	await page.goto(own);
	await page.getByLabel(/^Was war aus Eurer Sicht falsch/).fill('Die Zahl der Plätze stimmt nicht.');
	await page.getByRole('button', { name: 'Einwand erheben' }).click();
	await page.getByText('Euer Einwand ist schon da').waitFor();
	await expectAllToReadWell(page, [own, `/verfahren/${slug}/ergebnis`]);
	await enterAs(page, 'ines');
	await expectAllToReadWell(page, [`${base}/zuschlag`, `${base}/einwaende`, `${base}/vermerk`]);
	await remove();
});
