import { openDb } from '#lib/server/db.ts';
import { openCase } from '#modules/cases/server/open-case.ts';
import { caseInput } from '../src/testing/cases.ts';
import { cast } from '../src/testing/cast.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { database, enterAs, newPersonLike } from './support/people.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The walk was yesterday: the day itself cannot be waited for. */
const letItPass = (id: string) =>
	database().query("update case_viewings set starts_at = now() - interval '1 day', ends_at = now() - interval '22 hours' where id = $1", [
		id
	]);

test.for([{ javaScript: true }, { javaScript: false }])(
	'a town leads people through four stops, and what somebody liked becomes a case: javaScript $javaScript',
	{ timeout: 180_000 },
	async ({ javaScript }, { open }) => {
		const [clerk, guest] = [await open({ javaScript }), await open({ size: 'phone', javaScript })];
		const jonas = await newPersonLike(cast.jonas);
		await enterAs(clerk, await newPersonLike(cast.ines));
		await enterAs(guest, jonas);
		const title = `Rund um den Markt ${Date.now()}`;

		await clerk.goto('/buero/spaziergaenge/neu');
		const ort = clerk.getByLabel(/^Durch welche Kommune/);
		if (await ort.isVisible()) await ort.fill('16278 Angermünde');
		await clerk.getByLabel(/^Was findet statt/).fill(title);
		await clerk.getByLabel(/^Wann/).fill(`${inDays(12)}T15:00`);
		await clerk.getByLabel('Plätze').fill('4');
		await clerk.getByLabel(/^Wo trifft/).fill('Vor dem Rathaus');
		await clerk.getByLabel('Wer führt?').fill('Die Ortsvorsteherin');
		await clerk.getByRole('button', { name: 'Weiter zu den Häusern' }).click();
		await clerk.getByRole('heading', { level: 1, name: title }).waitFor();
		const desk = new URL(clerk.url()).pathname;
		const id = desk.split('/').at(-1) ?? '';

		const free = async (name: string, lat: string, lon: string) => {
			await clerk.goto(desk);
			await clerk.getByText('Freier Halt: Treffpunkt').click();
			await clerk.getByLabel('Wo ist das?').fill(name);
			await clerk.getByLabel('Breite').fill(lat);
			await clerk.getByLabel('Länge').fill(lon);
			await clerk.getByRole('button', { name: 'Freien Halt dazunehmen' }).click();
		};
		const house = async (words: string, name: string) => {
			await clerk.goto(desk);
			await clerk.getByLabel('Haus aus dem Register').fill(words);
			await clerk.getByRole('button', { name: 'Suchen' }).click();
			await clerk.getByRole('button', { name: new RegExp(`^Dazunehmen.*${name}`) }).click();
			await clerk.getByRole('heading', { level: 3, name }).waitFor();
		};
		await free('Rathaus', '53,01497', '');
		await clerk.getByText('Bitte Breite und Länge angeben').first().waitFor();
		await free('Rathaus', '53,01497', '14,00104');
		await clerk.getByRole('heading', { level: 3, name: 'Rathaus' }).waitFor();
		await free('Seeufer, Pause', '53,0190', '13,9930');
		await clerk.getByRole('heading', { level: 3, name: 'Seeufer, Pause' }).waitFor();
		await house('Marktplatz', 'Gasthof am Marktplatz');
		await house('Zollhaus', 'Zollhaus am Mündesee');
		await clerk.getByRole('button', { name: 'Diese Reihenfolge nehmen' }).click();
		await clerk.getByRole('button', { name: 'Diese Reihenfolge nehmen' }).waitFor({ state: 'detached' });

		const zollhaus = clerk.locator('li.panel', { hasText: 'Zollhaus am Mündesee' });
		await zollhaus.getByText('Dürfen wir hinein?').click();
		await zollhaus.getByRole('button', { name: /^Hat zugesagt/ }).click();
		await clerk.getByText('Bitte sagen, mit wem das besprochen ist.').first().waitFor();
		await clerk.locator('#f-whom').fill('Frau Albrecht, am Telefon');
		await zollhaus.getByRole('button', { name: /^Hat zugesagt/ }).click();
		await zollhaus.getByText('Besprochen mit Frau Albrecht').waitFor();
		const gasthof = clerk.locator('li.panel', { hasText: 'Gasthof am Marktplatz' });
		await gasthof.getByText('Worte und Zeit').click();
		await gasthof.getByLabel('Für Angemeldete').fill('Eingang im Hof.');
		await gasthof.getByLabel('Nur für uns').fill('Schlüssel im Bauamt.');
		await gasthof.getByRole('button', { name: 'Halt sichern' }).click();
		await gasthof.getByText('Schlüssel im Bauamt.').first().waitFor();

		await guest.goto('/termine');
		await guest.getByRole('link', { name: title }).click();
		await guest.getByRole('heading', { level: 1, name: title }).waitFor();
		await guest.getByText('Ein Haus, das wir erst vor Ort zeigen').waitFor();
		for (const secret of ['Zollhaus', 'Schlüssel im Bauamt', 'Eingang im Hof', 'Frau Albrecht'])
			expect(await guest.content()).not.toContain(secret);
		await guest.getByLabel('Wie viele kommen?').fill('2');
		await guest.getByRole('button', { name: 'Anmelden' }).click();
		await guest.getByText('Sie sind dabei.').waitFor();
		await guest.getByText('Eingang im Hof.').waitFor();
		const calendar = await guest.request.get(`/termine/${id}/termin.ics`);
		expect(await calendar.text()).toContain(`DTSTART;TZID=Europe/Berlin:${inDays(12).replaceAll('-', '')}T150000`);
		for (const [page, sheet] of [
			[clerk, `${desk}/blatt.pdf`],
			[guest, `/termine/${id}/blatt.pdf`]
		] as const) {
			const paper = await page.request.get(sheet);
			expect(paper.headers()['content-type']).toBe('application/pdf');
			expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
		}
		expect((await guest.request.get(`${desk}/blatt.pdf`)).status()).toBe(404);

		await letItPass(id);
		await guest.goto(`/termine/${id}/unterwegs`);
		const stop = guest.locator('section.panel', { hasText: 'Gasthof am Marktplatz' });
		await stop.getByLabel('Was habt Ihr vor?').fill('Ein Saal für alle.');
		await stop.getByRole('button', { name: 'Das interessiert uns' }).click();
		await stop.getByText('Gemerkt').waitFor();
		await guest.getByLabel('teils, teils').check();
		await guest.getByLabel('Was sollten wir wissen?').fill('Mehr Zeit, bitte.');
		await guest.getByRole('button', { name: 'Antworten' }).click();
		await guest.getByText('Danke.').waitFor();

		await clerk.goto(`${desk}/ergebnis`);
		await clerk.getByText('Mehr Zeit, bitte.').waitFor();
		await clerk.getByText('Vom Blatt abschreiben').click();
		await clerk.getByLabel('Welches Haus?').selectOption({ index: 1 });
		await clerk.getByLabel('Name').fill('Frau Ebert');
		await clerk.getByRole('button', { name: 'Eintragen' }).click();
		await clerk.getByText('Frau Ebert').first().waitFor();
		await clerk.getByLabel('Ohne Anmeldung kamen').fill('3');
		await clerk.getByRole('button', { name: 'Hat stattgefunden: Ergebnis sichern' }).click();
		await clerk.getByRole('button', { name: 'Ergebnis ändern' }).waitFor();
		await clerk.locator('article', { hasText: 'Ein Saal für alle.' }).getByRole('button', { name: 'Fall daraus machen' }).click();
		await clerk.getByRole('heading', { level: 1, name: 'Nach dem Leerstandsspaziergang: Gasthof am Marktplatz' }).waitFor();
		await clerk.getByText(jonas.name).first().waitFor();
		const path = new URL(clerk.url()).pathname.replace('/buero/', '/konto/');
		await guest.goto(path);
		await guest.getByRole('heading', { level: 1, name: /^Nach dem Leerstandsspaziergang/ }).waitFor();
	}
);

test('a pair, a house, a request, a report and an owner all lead to a case', { timeout: 90_000 }, async ({ open }) => {
	const clerk = await open();
	await enterAs(clerk, await newPersonLike(cast.ines));
	const leadsToCase = async (list: string, then: RegExp | null, link: RegExp) => {
		await clerk.goto(list);
		if (then) {
			const next = await clerk
				.locator('main a')
				.evaluateAll(
					(all, shape) => all.map((a) => a.getAttribute('href') ?? '').find((href) => new RegExp(shape).test(href)),
					then.source
				);
			await clerk.goto(next ?? '');
		}
		await clerk.getByRole('link', { name: link }).first().click();
		await clerk.getByRole('heading', { level: 1 }).filter({ hasText: 'Fall' }).waitFor();
		return new URL(clerk.url());
	};
	expect((await leadsToCase('/buero/passungen', null, /^Fall daraus machen/)).searchParams.has('gesuch')).toBe(true);
	expect(
		(await leadsToCase('/gesuche', /^\/gesuche\/(?!neu|verlaengern)[a-z0-9-]+$/, /^Fall daraus machen/)).searchParams.has('gesuch')
	).toBe(true);
	await leadsToCase('/buero/meldungen', /^\/buero\/meldungen\/[0-9a-f-]{36}$/, /^Fall daraus machen/);
	expect(await clerk.getByLabel('Anlass').inputValue()).toBe('citizen_report');
	await leadsToCase('/buero/eigentuemer?ags=12073008', /^\/buero\/eigentuemer\/[0-9a-f-]{36}$/, /^Fall eröffnen/);
	expect(await clerk.getByLabel('Anlass').inputValue()).toBe('owner_contact');
	await leadsToCase('/buero/raeume', /^\/buero\/raeume\/[0-9a-f-]{36}$/, /^Fall zu diesem Haus/);
	await leadsToCase('/buero/faelle', null, /^Fall eröffnen/);
	await clerk.goto('/buero/raeume?q=Gasthof+am+Marktplatz');
	const inn = await clerk.getByRole('link', { name: 'Gasthof am Marktplatz' }).first().getAttribute('href');
	const pair = await leadsToCase(`${inn}/passung`, null, /^Fall daraus machen/);
	expect([pair.searchParams.has('raum'), pair.searchParams.has('gesuch')]).toEqual([true, true]);
});

test('a programme that fits is recommended with one button, once', { timeout: 60_000 }, async ({ open }) => {
	const clerk = await open({ javaScript: false });
	await enterAs(clerk, await newPersonLike(cast.ines));
	const ctx = { db: openDb(database()), actor: cast.ines, now: new Date() };
	const { id } = await openCase(ctx, caseInput({ title: `Ohne Haus ${Date.now()}` }));
	await clerk.goto(`/buero/faelle/${id}/empfehlungen`);
	const card = clerk.locator('article.panel', { hasText: 'Lichtfonds Dorfmitte' });
	await card.getByRole('button', { name: /^Allen empfehlen/ }).click();
	await clerk
		.locator('li', { hasText: 'Förderprogramm „Lichtfonds Dorfmitte“' })
		.getByRole('link', { name: 'Zum Förderprogramm' })
		.waitFor();
	await card.getByText('ist empfohlen').waitFor();
	expect(await card.getByRole('button').count()).toBe(0);
});

test('the pages read well', { timeout: 180_000 }, async ({ open }) => {
	const page = await open();
	await enterAs(page, 'amira');
	await page.goto('/termine');
	const walk = (await page.getByRole('link', { name: 'Leerstandsspaziergang durch die Altstadt' }).getAttribute('href')) ?? '';
	await expectAllToReadWell(page, [walk, `${walk}/unterwegs`]);
	await enterAs(page, await newPersonLike(cast.ines));
	await page.goto('/buero/spaziergaenge');
	const [ahead, past] = await Promise.all(
		[/Altstadt/, /Nachmittag/].map((name) => page.getByRole('link', { name }).first().getAttribute('href'))
	);
	await expectAllToReadWell(page, [
		...['/buero/spaziergaenge', '/buero/spaziergaenge/neu', `${ahead}`, `${ahead}?haus=gasthof`, `${ahead}?haus=gibtesnicht`],
		...[`${ahead}/ergebnis`, `${past}/ergebnis`]
	]);
});
