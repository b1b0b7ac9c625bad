import { forgetHouse } from '../src/testing/forget-record.ts';
import { newId } from '#lib/server/id.ts';
import { openDb } from '#lib/server/db.ts';
import type { Actor } from '#modules/people/actor.ts';
import { cast, type CastName } from '../src/testing/cast.ts';
import { declare, giveFactor, scoreAll, settleChecks, type Opened } from '../src/testing/jury.ts';
import { plantOpened, putInto } from '../src/testing/published.ts';
import type { Page } from 'playwright-core';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { database, enterAs, newPersonLike } from './support/people.ts';

const jurors = ['oskar', 'katrin', 'mara'] as const;
type Staged = { opened: Opened; stage: ReturnType<typeof stageOf>; juror: Actor };

/** Acts as the cast, but for those who have somebody in their place. */
function stageOf(inPlace: Partial<Record<CastName, Actor>> = {}) {
	const db = openDb(database());
	return {
		db,
		houseTitle: `Haus ${newId().slice(-8)}`,
		as: (who: unknown) => ({
			db,
			now: new Date(),
			actor: typeof who === 'string' ? (inPlace[who as CastName] ?? cast[who as CastName]) : null
		})
	};
}

/** An opened procedure whose jurors are people of its own: a second factor of theirs is nobody else's. */
async function plant(): Promise<Staged> {
	const opened = await plantOpened(stageOf());
	const inPlace: Partial<Record<CastName, Actor>> = {};
	for (const who of jurors) {
		const person = await newPersonLike(cast[who]);
		inPlace[who] = person;
		const member = opened.memberOf[cast[who].name];
		await database().query('update procedure_members set person_id = $1, email = $2 where id = $3', [person.id, person.email, member]);
	}
	return { opened, stage: stageOf(inPlace), juror: inPlace.oskar ?? cast.oskar };
}

/** Takes a planted house with its procedure away again. */
const remove = ({ houseId }: Opened): Promise<void> => forgetHouse(database(), houseId);

async function declareByHand(page: Page, base: string): Promise<void> {
	await page.goto(`${base}/befangenheit`);
	expect(await page.getByText('Gruppe Amira Haddad').count()).toBe(0);
	await page.getByLabel(/Ich sehe mir die Namen an/).check();
	await page.getByRole('button', { name: 'Namen zeigen' }).click();
	await page.getByText('Gruppe Amira Haddad').first().waitFor();
	const choices = page.getByLabel(/^Bin ich befangen/);
	for (let n = 0; n < (await choices.count()); n++) await choices.nth(n).selectOption({ label: 'keine' });
	await page.getByRole('button', { name: /erklären$/ }).click();
	await page.getByText('Ihre Erklärung ist festgehalten.').waitFor();
}

/** Fills in every leaf of the concept that is open, the best level each, but for the reason of the first. */
async function scoreByHand(page: Page): Promise<void> {
	const leaves = page.locator('.leaf');
	for (let n = 0; n < (await leaves.count()); n++) {
		await leaves.nth(n).getByRole('radio').last().check();
		if (n) await leaves.nth(n).getByLabel('Warum').fill('Das trägt.');
	}
}

test.for([
	['phone', false],
	['desktop', true]
] as const)(
	'from the first check to points that are fixed (%s, JavaScript: %s)',
	{ timeout: 240_000 },
	async ([size, javaScript], { open }) => {
		const { opened, stage, juror: oskar } = await plant();
		const base = `/buero/verfahren/${opened.id}`;
		try {
			const [lead, juror, group] = [await open({ size, javaScript }), await open({ size, javaScript }), await open({ size, javaScript })];
			await enterAs(lead, 'ines');
			await enterAs(juror, oskar);
			await enterAs(group, 'amira');
			for (const who of ['friedrich', 'katrin', 'mara'] as const) await declare(stage.as(who), opened);

			await lead.goto(`${base}/vorpruefung`);
			await lead
				.getByText(/steht Ihre Erklärung aus/)
				.first()
				.waitFor();
			expect((await lead.goto(`${base}/vorpruefung/1`))?.status()).toBe(404);
			await declareByHand(lead, base);
			await lead.goto(`${base}/vorpruefung/1`);
			await lead.getByText('Etwas nachfordern').click();
			await lead.getByLabel(/^Was fehlt/).fill('Bitte den Lageplan.');
			await lead.getByLabel(/^Bis wann/).fill('2020-01-01T12:00');
			await lead.getByRole('button', { name: 'Nachfordern' }).click();
			await lead.getByText('Bitte mindestens einen vollen Tag Zeit geben.').first().waitFor();
			expect(await lead.getByLabel(/^Was fehlt/).inputValue()).toBe('Bitte den Lageplan.');
			await lead.getByLabel(/^Bis wann/).fill(new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 16));
			await lead.getByRole('button', { name: 'Nachfordern' }).click();
			await lead.getByText('Gespeichert.').waitFor();

			await group.goto(`/konto/konzepte/${opened.conceptOf.amira}`);
			expect(await group.getByText('Ihr müsst gerade nichts tun.').count()).toBe(0);
			await group.getByRole('link', { name: /^Bis .* nachreichen$/ }).click();
			await group.getByRole('button', { name: 'Nachreichen' }).click();
			await group.getByText('Bitte schreibt etwas oder hängt eine Datei an.').first().waitFor();
			await group.getByLabel('Antwort').fill('Der Lageplan liegt bei der Stadt.');
			await group.getByRole('button', { name: 'Nachreichen' }).click();
			await group.getByText('Angekommen. Die Kommune sieht es sofort.').waitFor();
			expect((await juror.goto(`/konto/konzepte/${opened.conceptOf.amira}/nachreichen`))?.status()).toBe(404);

			await lead.goto(`${base}/vorpruefung/1`);
			await lead.getByText('Der Lageplan liegt bei der Stadt.').first().waitFor();
			const checks = lead.getByLabel('Ist das erfüllt?');
			for (let n = 0; n < (await checks.count()); n++) await checks.nth(n).selectOption({ label: 'erfüllt' });
			await lead.getByRole('button', { name: 'Prüfung speichern' }).click();
			await lead.getByText('Gespeichert.').waitFor();
			await lead.goto(`${base}/vorpruefung`);
			await lead.getByText(/^Konzept 2: .* sind nicht als erfüllt geprüft/).waitFor();
			await database().query('delete from candidate_checks where concept_id in (select id from concepts where procedure_id = $1)', [
				opened.id
			]);
			await settleChecks(stage, opened);
			await lead.reload();
			await lead.getByRole('button', { name: 'Vorprüfung abschließen' }).click();
			await lead.getByText('Die Jury kann werten.').waitFor();

			await juror.goto('/konto/jury');
			await juror.getByText('Für die Jury fehlt Ihnen noch ein zweiter Faktor.').waitFor();
			await juror.goto(`${base}/bewertung`);
			await juror.getByRole('heading', { level: 1, name: 'Zweiter Faktor für die Jury' }).waitFor();
			await giveFactor(stage, ...jurors.map((who) => stage.as(who).actor ?? oskar));
			await juror.getByRole('link', { name: 'Eingerichtet, weiter zur Jury' }).click();
			await juror.waitForURL(`**${base}/bewertung`);
			expect((await juror.goto(`${base}/bewertung/1`))?.status()).toBe(404);
			await declareByHand(juror, base);
			await juror.goto(`${base}/bewertung/1`);
			await scoreByHand(juror);
			await juror.getByLabel('ziemlich sicher').check();
			await juror.getByRole('button', { name: 'Abgeben' }).click();
			await juror
				.getByText(/hat noch keine Begründung/)
				.first()
				.waitFor();
			expect(await juror.locator('.leaf').nth(1).getByLabel('Warum').inputValue()).toBe('Das trägt.');
			await juror.locator('.leaf').first().getByLabel('Warum').fill('Genau das braucht der Ort.');
			await juror.getByRole('button', { name: 'Zwischenspeichern' }).click();
			await juror.getByText('Gespeichert, noch nicht abgegeben.').waitFor();
			expect(await juror.getByText('Was die anderen fanden').count()).toBe(0);
			await juror.getByRole('button', { name: 'Abgeben' }).click();
			await juror.getByRole('link', { name: 'Weiter mit Konzept 2' }).waitFor();
			await juror.getByText('Außer Ihnen hat hier noch niemand abgegeben.').waitFor();

			await lead.goto(`${base}/bewertung`);
			await lead.getByText(/Katrin Ahlers hat noch nicht abgegeben/).waitFor();
			expect(await lead.getByText('Genau das braucht der Ort.').count()).toBe(0);
			await database().query('delete from reviews where procedure_id = $1', [opened.id]);
			const typing = await juror.context().newPage();
			await typing.goto(`${base}/bewertung/2`);
			await typing.locator('.leaf').first().getByLabel('Warum').fill('Noch schnell getippt.');
			await scoreAll(stage, opened);
			await lead.reload();
			await lead.getByRole('button', { name: 'Jurysitzung beginnen' }).click();
			await lead.getByText('Die Jury sieht jetzt alle Punkte nebeneinander.').waitFor();
			await typing.getByRole('button', { name: 'Zwischenspeichern' }).click();
			await typing.getByRole('alert').waitFor();
			const kept = typing.locator('.leaf').first();
			const words = javaScript ? await kept.getByLabel('Warum').inputValue() : await kept.innerText();
			expect(words, 'nothing typed is lost').toContain('Noch schnell getippt.');

			await juror.goto(`${base}/jurysitzung/1`);
			await juror.getByText('Eigene Punkte ändern').first().click();
			await juror.getByLabel('Neue Stufe').first().selectOption({ index: 0 });
			await juror.getByRole('button', { name: 'Ändern' }).first().click();
			await juror.getByText('Bitte sagen, was Ihre Meinung geändert hat.').first().waitFor();
			await juror
				.getByLabel(/^Was Ihre Meinung geändert hat/)
				.first()
				.fill('Das Dach habe ich übersehen.');
			await juror.getByRole('button', { name: 'Ändern' }).first().click();
			await juror.getByText(/Geändert, weil: Das Dach habe ich übersehen/).waitFor();

			await lead.goto(`${base}/jurysitzung/1`);
			await lead.getByText('Zur Vorstellung einladen').click();
			await lead.getByLabel(/^Beginn/).fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 16));
			await lead.getByLabel(/^Ort/).fill('Rathaus, Saal');
			await lead.getByRole('button', { name: 'Einladen' }).click();
			await lead.getByText('Gespeichert.').waitFor();
			await group.goto(`/konto/konzepte/${opened.conceptOf.amira}/vorstellung`);
			await group.getByText('Rathaus, Saal').waitFor();
			const calendar = await group.request.get(`/konto/konzepte/${opened.conceptOf.amira}/vorstellung/termin.ics`);
			expect(await calendar.text()).toContain('LOCATION:Rathaus\\, Saal');
			await juror.goto(`${base}/jurysitzung/1/saal`);
			await juror.getByRole('list', { name: 'Punkte, der Größe nach und ohne Namen' }).waitFor();
			expect(await juror.locator('main').getByText(cast.katrin.name).count()).toBe(0);

			await lead.goto(`${base}/jurysitzung`);
			await lead.getByRole('button', { name: 'Punkte festschreiben' }).click();
			await lead.getByText('Die Punkte sind festgeschrieben.').waitFor();
			await juror.goto(`${base}/jurysitzung/1`);
			expect(await juror.getByText('Eigene Punkte ändern').count()).toBe(0);
		} finally {
			await remove(opened);
		}
	}
);

test('every page of the jury reads well on phone and desktop, by day and night', { timeout: 240_000 }, async ({ open }) => {
	const { opened, stage, juror: oskar } = await plant();
	await giveFactor(stage, ...jurors.map((who) => stage.as(who).actor ?? oskar));
	for (const who of ['ines', 'friedrich', ...jurors] as const) await declare(stage.as(who), opened);
	await database().query(`update candidates set state = 'valid' where procedure_id = $1`, [opened.id]);
	await putInto(stage, opened.id, 'scoring');
	const base = `/buero/verfahren/${opened.id}`;
	try {
		const [lead, juror] = [await open(), await open()];
		await enterAs(lead, 'ines');
		await enterAs(juror, oskar);
		await expectAllToReadWell(lead, [`${base}/befangenheit`, `${base}/befangenheit?namen=ja`, `${base}/vorpruefung`, `${base}/bewertung`]);
		await expectAllToReadWell(juror, ['/konto/jury', `${base}/bewertung`, `${base}/bewertung/1`]);
		await scoreAll(stage, opened);
		await expectAllToReadWell(juror, [`${base}/bewertung/1`]);
		await putInto(stage, opened.id, 'deliberation');
		await expectAllToReadWell(juror, [`${base}/jurysitzung`, `${base}/jurysitzung/1`, `${base}/jurysitzung/1/saal`]);
		await putInto(stage, opened.id, 'precheck');
		await expectAllToReadWell(lead, [`${base}/vorpruefung`, `${base}/vorpruefung/1`]);
	} finally {
		await remove(opened);
	}
});
