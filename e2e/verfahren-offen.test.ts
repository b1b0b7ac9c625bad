import { forgetHouse } from '../src/testing/forget-record.ts';
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { dayAfter } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import { openDb } from '#lib/server/db.ts';
import { procedures } from '../src/modules/procedures/server/tables.ts';
import { cast, type CastName } from '../src/testing/cast.ts';
import { plantReady } from '../src/testing/published.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { database, enterAs, enterLike, newPersonLike } from './support/people.ts';

const planted: { id: string; houseId: string }[] = [];

/** A finished procedure with openers and their keys, with a name of its own; gone after the journeys. */
async function ready(): Promise<{ id: string; title: string }> {
	const db = openDb(database());
	const as = (who: CastName | object | null) => ({ db, actor: typeof who === 'string' ? cast[who] : null, now: new Date() });
	const { id, houseId } = await plantReady({ db, as, houseTitle: `Haus ${newId().slice(-8)}` });
	planted.push({ id, houseId });
	const title = `Wer belebt die Mühle? ${id.slice(-8)}`;
	await db.update(procedures).set({ title }).where(eq(procedures.id, id));
	return { id, title };
}

afterAll(async () => {
	for (const { houseId } of planted) await forgetHouse(database(), houseId);
});

async function publish(clerk: Page, { id, title }: { id: string; title: string }): Promise<void> {
	await clerk.goto(`/buero/verfahren/${id}/veroeffentlichen`);
	await clerk.getByRole('heading', { name: 'So sieht es die Öffentlichkeit' }).waitFor();
	await clerk.getByText('Das Dorf trifft sich wieder.').first().waitFor();
	await clerk.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
	await clerk.getByText('Bitte bestätigen, dass die Vorschau stimmt.').first().waitFor();
	await clerk.getByLabel('Ich habe die Vorschau gelesen.').check();
	await clerk.getByRole('button', { name: 'Jetzt veröffentlichen' }).click();
	await clerk.getByText('Das Verfahren ist veröffentlicht.').waitFor();
	await clerk.getByRole('link', { name: 'Die öffentliche Seite' }).click();
	await clerk.getByRole('heading', { level: 1, name: title }).waitFor();
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'a call goes public, is asked about, seen, amended, and called off (%s, JavaScript: %s)',
	{ timeout: 240_000 },
	async ([size, javaScript], { open }) => {
		const [clerk, guest, maker] = [await open({ size, javaScript }), await open({ size, javaScript }), await open({ size, javaScript })];
		const jonas = await newPersonLike(cast.jonas);
		await enterLike(clerk, 'ines');
		await enterAs(maker, jonas);
		const one = await ready();
		const desk = `/buero/verfahren/${one.id}`;
		expect((await maker.goto(`${desk}/veroeffentlichen`))?.status()).toBe(404);
		await publish(clerk, one);
		const page = new URL(clerk.url()).pathname;

		await guest.goto('/verfahren?stand=open&kommune=angermuende');
		const [, ...lands] = await guest.getByLabel('Land').locator('option').allInnerTexts();
		expect([lands[0], lands]).toEqual(['Baden-Württemberg', lands.toSorted((a, b) => a.localeCompare(b, 'de'))]);
		await guest.getByRole('link', { name: one.title }).click();
		await guest.getByRole('heading', { level: 1, name: one.title }).waitFor();
		await guest.getByRole('link', { name: 'Anmelden und folgen' }).waitFor();
		expect(await guest.getByText('Clara Blume').count()).toBe(0);
		expect((await guest.request.get(`${page}/aufruf.pdf`)).headers()['content-type']).toBe('application/pdf');

		await clerk.goto(`${desk}/termine`);
		await clerk.getByLabel('Treffpunkt').fill('Am Mühlenteich');
		await clerk.getByLabel('Nur für Angemeldete').fill('Durch das grüne Tor.');
		await clerk.getByLabel('Plätze').fill('0');
		await clerk.getByRole('button', { name: 'Termin ansetzen' }).click();
		await clerk.getByText('Bitte mindestens 1.').first().waitFor();
		expect(await clerk.getByLabel('Treffpunkt').inputValue()).toBe('Am Mühlenteich');
		await clerk.getByLabel('Plätze').fill('1');
		await clerk.getByRole('button', { name: 'Termin ansetzen' }).click();
		await clerk.getByText('Der Termin steht.').waitFor();

		await maker.goto(page);
		await maker.getByRole('button', { name: 'Folgen', exact: true }).click();
		await maker.getByText('Ihr folgt dem Verfahren und hört').waitFor();
		await maker.goto('/konto/verfahren');
		await maker.getByRole('button', { name: `„${one.title}“ nicht mehr folgen` }).click();
		await maker.getByText('Ihr hört nichts mehr von diesem Verfahren.').waitFor();
		expect(await maker.getByRole('link', { name: one.title }).count()).toBe(0);
		await maker.goto(page);
		await maker.getByRole('button', { name: 'Folgen', exact: true }).click();
		await maker.getByText('Ihr folgt dem Verfahren und hört').waitFor();
		await maker.getByRole('button', { name: 'Anmelden', exact: true }).last().click();
		await maker.getByText('Ihr seid dabei').first().waitFor();
		await maker.getByText('Durch das grüne Tor.').waitFor();
		await guest.reload();
		expect(await guest.getByText('Durch das grüne Tor.').count()).toBe(0);
		await guest.getByText('Zurzeit ist alles vergeben.').waitFor();

		await maker.getByText('Eine Frage stellen').click();
		await maker.getByLabel('Eure Frage').fill(`Gibt es Strom? Schreibt an ${jonas.email}`);
		await maker.getByRole('button', { name: 'Frage abschicken' }).click();
		await maker.getByText('Die Frage ist da.').waitFor();
		await clerk.goto(`${desk}/fragen`);
		await clerk.getByText('Im Text steht eine Mailadresse.').waitFor();
		expect(await clerk.getByText(jonas.name).count()).toBe(0);
		await clerk.getByLabel('Die Antwort').fill('Ja, bis ins Dach.');
		await clerk.getByRole('button', { name: 'Als Entwurf speichern' }).click();
		await clerk.getByText('Gespeichert. Öffentlich wird es').waitFor();
		await clerk.getByRole('button', { name: 'Alle fertigen Antworten veröffentlichen' }).click();
		await clerk.getByText('Mindestens ein Text könnte verraten').first().waitFor();
		await clerk.getByLabel('Die Frage, wie alle sie lesen').fill('Gibt es Strom?');
		await clerk.getByRole('button', { name: 'Als Entwurf speichern' }).click();
		await clerk.getByText('Gespeichert. Öffentlich wird es').waitFor();
		await clerk.getByRole('button', { name: 'Alle fertigen Antworten veröffentlichen' }).click();
		await clerk.getByText('Die Antworten sind für alle zu lesen').waitFor();
		await guest.reload();
		await guest.getByText('Ja, bis ins Dach.').waitFor();
		expect(await guest.getByText(jonas.email).count()).toBe(0);

		await clerk.goto(`${desk}/aenderung`);
		await clerk.getByRole('button', { name: 'Änderung beginnen' }).click();
		await clerk.getByText('Die Änderung ist begonnen.').waitFor();
		await clerk.getByText('Tage ändern').click();
		const decision = clerk.getByLabel('Entscheidung', { exact: true });
		await decision.fill(dayAfter(await decision.inputValue(), 7));
		await clerk.getByRole('button', { name: 'Tage speichern' }).click();
		await clerk.getByText('Gespeichert. Öffentlich ist davon noch nichts.').waitFor();
		await clerk.getByLabel('Warum ändert sich der Aufruf?').fill('Der Rat tagt eine Woche später.');
		await clerk.getByRole('button', { name: 'Neue Fassung veröffentlichen' }).click();
		await clerk.getByText('Die neue Fassung gilt.').waitFor();
		await guest.reload();
		await guest.getByRole('heading', { name: 'Was sich geändert hat' }).waitFor();
		await guest.getByText('Der Rat tagt eine Woche später.').waitFor();

		await clerk.goto(`${desk}/veroeffentlichen`);
		await clerk.getByText('Verfahren aufheben').click();
		await clerk.locator('#f-reason-cancel').fill('Das Wehr muss zuerst saniert werden.');
		await clerk.getByRole('button', { name: 'Aufheben' }).click();
		await clerk.getByText('Das Verfahren ist aufgehoben, und alle').waitFor();
		await guest.reload();
		await guest.getByText('Das Wehr muss zuerst saniert werden.').waitFor();
		expect(await guest.getByRole('link', { name: 'Mitmachen' }).count()).toBe(0);
		await clerk.getByRole('button', { name: 'Verfahren wiederholen' }).click();
		await clerk.getByText('Das Verfahren ist begonnen.').waitFor();
		expect(new URL(clerk.url()).pathname).not.toBe(desk);
	}
);

test('every page of the open phase reads well on phone and desktop, by day and night', { timeout: 240_000 }, async ({ open }) => {
	const page = await open();
	await enterAs(page, 'ines');
	await page.goto('/verfahren');
	const slug = await page.getByRole('link', { name: /^Am Teich in Kerkow/ }).getAttribute('href');
	await page.goto('/buero/verfahren');
	const desk = await page
		.getByRole('link', { name: /^Am Teich in Kerkow/ })
		.first()
		.getAttribute('href');
	await page.goto('/buero/verfahren');
	const inn = await page.getByRole('link', { name: 'Gasthof am Marktplatz: Wer macht wieder auf?' }).first().getAttribute('href');
	const parts = ['', '/aufruf', '/veroeffentlichen', '/termine', '/fragen', '/aenderung'].map((part) => `${desk}${part}`);
	await expectAllToReadWell(page, ['/verfahren', '/verfahren?stand=cancelled', `${slug}`, ...parts, `${inn}/veroeffentlichen`]);
});
