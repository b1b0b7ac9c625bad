import type { Page } from 'playwright-core';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openEmbedded } from '#lib/server/postgres.ts';
import { plantAwardStage } from './support/award-stage.ts';
import { expect, expectAccessible, expectReflow, goToTab, test } from './support/browser.ts';

let pool: pg.Pool;
const removals: (() => Promise<void>)[] = [];

beforeAll(async () => {
	const { url } = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL } : await openEmbedded(inject('dataDir'), 'share');
	pool = new pg.Pool({ connectionString: url, max: 2 });
});
afterAll(async () => {
	for (const remove of removals) await remove();
	await pool?.end();
});

async function enter(page: Page, name: RegExp): Promise<Page> {
	await page.goto('/demo');
	await page.getByRole('button', { name }).click();
	await page.waitForURL((url) => url.pathname !== '/demo');
	return page;
}

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF');

test.for([true, false])(
	'from the self-check to the award: a group on the phone, the office, two jurors who judge alone (script: %s)',
	async (javaScript, { open }) => {
		const name = `Lichter ${javaScript ? 'mit' : 'ohne'} ${Date.now()}`;
		const { slug, roundId, remove } = await plantAwardStage(pool, name);
		removals.push(remove);
		const place = `Spinnerei ${Date.now()}`;
		const group = await enter(await open({ size: 'phone', javaScript }), /Amira Haddad/);
		await group.goto('/konto/orte/neu');
		await group.getByLabel(/Wie heißt der Ort/).fill(place);
		await group.getByLabel(/In welcher Kommune/).fill('Angermünde');
		await group.keyboard.press('Escape');
		await group.getByLabel(/Netzwerk, das ihn begleitet/).selectOption(slug);
		await group.getByRole('button', { name: 'Anlegen' }).click();
		await group.getByRole('heading', { level: 1, name: place }).waitFor();
		const base = group.url().replace(/\?.*/, '');

		await group.goto(`/orte/kriterien/${slug}`);
		for (const code of ['1.1', '3.1']) await group.getByRole('checkbox', { name: new RegExp(`^${code}`) }).check();
		await group.getByRole('button', { name: 'Zeigen, wo wir stehen' }).click();
		expect(await group.getByText('2 Kriterium 2 ist verbindlich').count()).toBe(1);
		expect(await group.getByText('Es fehlen noch 3 von 4: 6 Kriterium 6, 8 Kriterium 8, 9 Kriterium 9.').count()).toBe(1);
		for (const code of ['2.1', '6.1', '8.1', '9.1']) await group.getByRole('checkbox', { name: new RegExp(`^${code}`) }).check();
		await group.getByRole('button', { name: 'Noch einmal prüfen' }).click();
		expect(await group.getByRole('heading', { name: 'Alles, was heute prüfbar ist, ist erfüllt.' }).count()).toBe(1);
		await group.getByLabel('Für welchen Ort?').selectOption(place);
		await group.getByRole('button', { name: 'Als Entwurf der Bewerbung übernehmen' }).click();
		await group.waitForURL(/bewerbung/);
		expect(await group.getByText('1.1, 2.1').count()).toBe(0);
		expect(await group.getByText('Bitte zuerst die Haltung bestätigen').count()).toBe(1);

		await group.getByRole('link', { name: '1 Kriterium 1' }).click();
		for (const number of [1, 2, 3, 6, 8, 9]) {
			await group.getByRole('heading', { level: 1, name: `${number} Kriterium ${number}` }).waitFor();
			await group.getByLabel('Woran sieht man das?').fill(`Das sieht man jeden Donnerstag, Nummer ${number}.`);
			if (number === 3) {
				await group.getByLabel('Menschen').fill('viele');
				await group.getByRole('button', { name: 'Speichern und weiter' }).click();
				await group.getByRole('alert').waitFor();
				expect(await group.getByRole('alert').textContent()).toContain('keine Zahl');
				expect(await group.getByLabel('Woran sieht man das?').inputValue()).toContain('Nummer 3');
				await group.getByLabel('Menschen').fill('12');
				await group.getByLabel('Beleg hinzufügen').setInputFiles({ name: 'Meldeliste.pdf', mimeType: 'application/pdf', buffer: pdf });
			}
			await group.getByRole('button', { name: 'Speichern und weiter' }).click();
		}
		await group.waitForURL(`${base}/bewerbung`);
		await group.getByLabel('Das gilt für uns, ohne Wenn und Aber.').check();
		await group.getByLabel('Was die Jury noch wissen sollte').fill('Der Ofen ist noch kalt.');
		await group.getByRole('button', { name: 'Speichern', exact: true }).click();
		await group.getByText('Gespeichert.').waitFor();
		await group.getByRole('button', { name: 'Bewerbung einreichen' }).click();
		await group.getByText('Das Netzwerkbüro prüft jetzt').waitFor();

		const office = await enter(await open({ javaScript }), /Oskar Behrens/);
		await office.goto(`/buero/netzwerk/${slug}/jury`);
		await office.getByRole('link', { name: place }).first().click();
		await office.waitForURL(/jury\/bewerbung\//);
		const atOffice = office.url();
		await office.getByRole('button', { name: 'Zurückgeben' }).click();
		expect(await office.getByRole('alert').textContent()).toContain('sagen, warum');
		await office.getByLabel('Was fehlt noch?').fill('Bei 8.1 fehlt ein Name.');
		await office.getByRole('button', { name: 'Zurückgeben' }).click();
		await office.getByText('zurück an die Gruppe').waitFor();
		await group.reload();
		expect(await group.getByText('Bei 8.1 fehlt ein Name.').count()).toBeGreaterThan(0);
		await group.getByRole('button', { name: 'Bewerbung einreichen' }).click();
		await group.getByText('Das Netzwerkbüro prüft jetzt').waitFor();
		await office.goto(atOffice);
		await office.getByLabel('Notiz für das Büro').fill('intern qzxbuero');
		await office.getByRole('button', { name: 'Notiz speichern' }).click();
		await office.getByRole('button', { name: 'Als vollständig annehmen' }).click();
		await office.getByText('Bewerbung: vollständig').waitFor();
		await office.goto(`/buero/netzwerk/${slug}/jury/${roundId}`);
		await office.getByRole('button', { name: 'Fenster schließen, Jury beginnt' }).click();
		await office.getByRole('button', { name: 'Runde abschließen' }).click();
		expect(await office.getByRole('alert').textContent()).toContain('Noch nicht entschieden: 1');

		const reasons: Record<string, string> = {
			Friedrich: 'Die Tür steht offen, qzxurteil eins.',
			Jonas: 'Man darf bleiben, qzxurteil zwei.'
		};
		for (const [i, juror] of (['Friedrich', 'Jonas'] as const).entries()) {
			const page = await enter(await open({ size: 'phone', javaScript }), new RegExp(juror));
			await page.goto('/konto/jury');
			await page.getByRole('link', { name: place }).click();
			await page.getByRole('heading', { level: 1, name: place }).waitFor();
			expect(await page.getByText('qzxurteil').count()).toBe(0);
			expect(await page.getByText('qzxbuero').count()).toBe(0);
			expect(await page.getByRole('link', { name: 'Meldeliste.pdf' }).count()).toBe(1);
			await page.getByRole('radio', { name: 'auszeichnen' }).check();
			await page.getByLabel('Begründung').fill(reasons[juror] ?? '');
			await page.getByRole('button', { name: 'Urteil abgeben' }).click();
			await page.getByText('Was die anderen fanden').waitFor();
			await page.getByText('qzxurteil eins').first().waitFor();
			if (i === 0) expect(await page.getByText('Sie sind die erste Stimme.').count()).toBe(1);
		}

		await office.goto(atOffice);
		expect(await office.getByText('qzxurteil').count()).toBe(2);
		await office.getByLabel('Begründung').fill('hier niemand etwas kaufen muss, um zu bleiben.');
		await office.getByRole('button', { name: 'Auszeichnen' }).click();
		await office.getByText('Bewerbung: ausgezeichnet').waitFor();
		await group.goto(`${base}/bewerbung`);
		expect(await group.getByText('hier niemand etwas kaufen muss, um zu bleiben.').count()).toBe(1);
		await group.goto(base);
		expect(await group.getByText(/nächste Bewertung bis/).count()).toBe(1);
		expect(await group.content()).not.toMatch(/qzxurteil|qzxbuero/);
	}
);

test('the office writes a criterion, sees the rule change, and publishes the next version; nothing is invented for the empty ones', async ({
	open
}) => {
	const { slug, remove } = await plantAwardStage(pool, `Kriterien ${Date.now()}`);
	removals.push(remove);
	const page = await enter(await open({ javaScript: false }), /Oskar Behrens/);
	await page.goto(`/buero/netzwerk/${slug}/kriterien`);
	expect(await page.getByText('noch nicht ausgefüllt', { exact: true }).count()).toBe(3);
	await page.getByRole('link', { name: '5 noch nicht ausgefüllt' }).click();
	await page.getByLabel('Titel', { exact: true }).fill('Handwerk');
	await page.getByLabel('Titel der Kategorie').first().fill('Wissen weitergeben');
	await page.getByLabel('Indikatoren').first().fill('Kurse im Jahr | Kurse | Zahl');
	await page.getByRole('button', { name: 'Speichern' }).click();
	const guest = await open({ javaScript: false });
	await guest.goto(`/orte/kriterien/${slug}`);
	expect(await guest.getByText('Handwerk').count()).toBe(0);
	expect(await guest.getByText(/Erreichbar sind deshalb heute 4 statt 5/).count()).toBe(1);
	await page.getByRole('button', { name: 'Fassung 2 veröffentlichen' }).click();
	await guest.reload();
	expect(await guest.getByText('5.1 Wissen weitergeben').count()).toBe(1);
	await guest.getByRole('checkbox', { name: /^5\.1/ }).check();
	await guest.getByRole('button', { name: 'Zeigen, wo wir stehen' }).click();
	await guest.getByRole('link', { name: 'Anmelden', exact: true }).last().click();
	expect(new URL(guest.url()).searchParams.get('zurueck')).toBe(`/orte/kriterien/${slug}?an=5.1`);
});

test('the pages of criteria, applications and the jury stand on the phone, light and dark', async ({ open }) => {
	const looks: [string, RegExp | null, string[]][] = [
		['guest', null, ['/orte/kriterien/helle-orte']],
		[
			'office',
			/Oskar Behrens/,
			['/buero/netzwerk/helle-orte/kriterien', '/buero/netzwerk/helle-orte/kriterien/6', '/buero/netzwerk/helle-orte/jury']
		],
		['juror', /Friedrich Nowak/, ['/konto/jury']]
	];
	for (const [who, name, paths] of looks) {
		const page = await open({ size: 'phone', dark: who === 'juror' });
		if (name) await enter(page, name);
		for (const path of paths) {
			await page.goto(path);
			expect(await page.locator('h1').count(), path).toBe(1);
			await expectReflow(page);
			await expectAccessible(page);
		}
		if (who === 'guest') await page.getByRole('button', { name: 'Zeigen, wo wir stehen' }).click();
		else if (who === 'office') await page.getByRole('link', { name: 'Postamt 95632' }).first().click();
		else await page.getByRole('link', { name: 'Offenes Pfarrhaus' }).click();
		await page.waitForLoadState();
		await expectReflow(page);
		await expectAccessible(page);
	}
	const group = await enter(await open({ size: 'phone', dark: true }), /Amira Haddad/);
	await group.goto('/konto/orte');
	await group.getByRole('link', { name: 'Werkhof' }).click();
	await group.getByRole('heading', { level: 1, name: 'Werkhof' }).waitFor();
	await goToTab(group, 'Bewerbung');
	await expectReflow(group);
	await expectAccessible(group);
	await group.getByRole('link', { name: '6 Offene Treffpunkte und Angebote' }).click();
	await group.waitForURL(/bewerbung\/6/);
	await expectReflow(group);
	await expectAccessible(group);
});
