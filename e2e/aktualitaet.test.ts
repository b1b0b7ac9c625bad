import { tendFreshness } from '#modules/freshness/server/tend-freshness.ts';
import { signLink } from '#modules/people/server/sign-link.ts';
import { fadeProperties } from '#modules/properties/server/fade-properties.ts';
import { cast } from '../src/testing/cast.ts';
import { plantAgedHouse, plantAsked, plantAskedApart, systemNow } from './support/aged-house.ts';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { until } from './support/until.ts';
import { database, enterAs, enterLike, newPersonLike } from './support/people.ts';

const visits = [
	['phone', false],
	['desktop', true]
] as const;

test.for(visits)(
	'whoever has no account answers with a link, corrects it, and the office decides (%s, JavaScript: %s)',
	{ timeout: 120_000 },
	async ([size, javaScript], { open }) => {
		const house = await plantAgedHouse(200);
		const address = await plantAsked(house.id);
		const [guest, clerk] = [await open({ size, javaScript }), await open({ size, javaScript })];
		await guest.goto(address);
		await guest.getByText('seit 6 Monaten nicht bestätigt').waitFor();
		// a scanner that looked changed nothing
		await guest.goto(address);
		expect(await guest.getByText('Geantwortet').count()).toBe(0);
		await guest.getByRole('textbox', { name: /Was hat sich geändert/ }).fill('Das Gleis ist abgebaut.');
		await guest.getByRole('button', { name: /^Hat sich geändert/ }).click();
		await guest.getByText('Geantwortet: Hat sich geändert').waitFor();

		await guest.goto(address);
		await guest.getByText('„Das Gleis ist abgebaut.“').waitFor();
		await guest.getByText('Antwort ändern').click();
		await guest.getByRole('textbox', { name: /Was hat sich geändert/ }).fill('Eine Töpferei ist eingezogen.');
		await guest.getByRole('button', { name: /^Nicht mehr leer/ }).click();
		await guest.getByText('Geantwortet: Nicht mehr leer').waitFor();

		await enterLike(clerk, 'katrin');
		await clerk.goto('/buero/aktualitaet');
		const said = clerk
			.getByRole('region', { name: /Zu entscheiden/ })
			.getByRole('listitem')
			.filter({ hasText: house.title });
		expect(await said.textContent()).toContain('Eine Töpferei ist eingezogen.');
		await said.getByRole('button', { name: /^Bleibt stehen/ }).click();
		await clerk.getByText('Der Eintrag bleibt stehen').waitFor();

		await guest.goto(address);
		await guest.getByText('wurde schon entschieden').waitFor();
		expect(await guest.getByRole('button', { name: /^Stimmt noch/ }).count()).toBe(0);
		await guest.goto(`/raeume/${house.slug}`);
		await guest.getByText('heute bestätigt').first().waitFor();
		await house.remove();
	}
);

test('a link that is too old says so and where to go; one that was changed opens nothing', async ({ open }) => {
	const house = await plantAgedHouse(200);
	const page = await open({ javaScript: false });
	const old = await plantAsked(house.id, -1);
	await page.goto(old);
	await page.getByText('Dieser Link ist abgelaufen.').waitFor();
	expect(await page.getByRole('link', { name: 'Stelle, die weiterhilft' }).count()).toBe(1);
	expect((await page.goto(`${await plantAsked(house.id)}x`))?.status()).toBe(410);
	await house.remove();
});

test.for(visits)(
	'what fell off the page answers 410, and comes back with one button; many are confirmed at once (%s, JavaScript: %s)',
	{ timeout: 120_000 },
	async ([size, javaScript], { open }) => {
		const [fallen, old] = [await plantAgedHouse(400), await plantAgedHouse(300)];
		await fadeProperties(systemNow(), { ids: [fallen.id], to: 'archived', reason: 'Auf zwei Fragen kam keine Antwort.' });
		await database().query(`update freshness_entries set step = 'archived', asks = 2, next_at = null where entry_id = $1`, [fallen.id]);
		const page = await open({ size, javaScript });
		expect((await page.goto(`/raeume/${fallen.slug}`))?.status()).toBe(410);
		await enterLike(page, 'katrin');
		await page.goto('/buero/aktualitaet');
		await page.getByRole('button', { name: new RegExp(`^Zurückholen.*${fallen.title}`) }).click();
		await page.getByText('Zurückgeholt').waitFor();
		expect((await page.goto(`/raeume/${fallen.slug}`))?.status()).toBe(200);

		await page.goto('/buero/aktualitaet');
		await page.getByRole('checkbox', { name: `${old.title} auswählen` }).check();
		await page.getByRole('button', { name: 'Ausgewählte: stimmt noch' }).click();
		await page.getByText('Ein Eintrag ist bestätigt.').waitFor();
		expect(await page.getByRole('checkbox', { name: `${old.title} auswählen` }).count()).toBe(0);
		await page.goto(`/raeume/${old.slug}`);
		await page.getByText('heute bestätigt').first().waitFor();
		for (const house of [fallen, old]) await house.remove();
	}
);

test.for(visits)(
	'whoever reported gives a hint and has enough; the clerk sees it and takes the house back on its page (%s, JavaScript: %s)',
	{ timeout: 120_000 },
	async ([size, javaScript], { open }) => {
		const house = await plantAgedHouse(300);
		const asked = await plantAskedApart(house.id, 'reporter');
		await fadeProperties(systemNow(), { ids: [house.id], to: 'hidden', reason: '' });
		await database().query(`update freshness_entries set step = 'hidden', asks = 2, asked_at = now(), next_at = null where entry_id = $1`, [
			house.id
		]);
		const [guest, clerk] = [await open({ size, javaScript }), await open({ size, javaScript })];
		await guest.goto(asked.address);
		await guest.getByRole('heading', { level: 1, name: 'Steht es noch leer?' }).waitFor();
		await guest.getByRole('textbox', { name: /Was ist zu sehen/ }).fill('Der Efeu wächst weiter.');
		await guest.getByRole('button', { name: /^Steht noch leer/ }).click();
		await guest.getByText('Geantwortet: Steht noch leer').waitFor();
		await guest.getByRole('button', { name: 'Nicht mehr fragen' }).click();
		await guest.getByText('Sie werden nicht mehr gefragt.').waitFor();
		expect(await guest.getByRole('button', { name: 'Nicht mehr fragen' }).count()).toBe(0);
		await guest.goto(`/raeume/${house.slug}`);
		await guest.getByText('nicht bestätigt').first().waitFor();

		await enterLike(clerk, 'katrin');
		await clerk.goto('/buero/aktualitaet');
		const row = clerk.getByRole('row').filter({ hasText: house.title });
		expect(await row.textContent()).toContain('Steht noch leer, sagt, wer es gemeldet hat');
		await clerk.goto(`/buero/raeume/${house.id}`);
		await clerk.getByText('Wird nicht mehr vermittelt').waitFor();
		await clerk.getByRole('button', { name: 'Stimmt noch, zurückholen' }).click();
		await clerk.getByText('Zurückgeholt').waitFor();
		expect(await clerk.getByText('Wird nicht mehr vermittelt').count()).toBe(0);
		for (const one of [asked, house]) await one.remove();
	}
);

test('an owner answers with the link of a mail and asks to be left alone', async ({ open }) => {
	const house = await plantAgedHouse(200);
	const asked = await plantAskedApart(house.id, 'owner');
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto(asked.address);
	await page.getByRole('button', { name: /^Stimmt noch/ }).click();
	await page.getByText('Geantwortet: Stimmt noch').waitFor();
	await page.getByRole('button', { name: 'Bitte nicht mehr anschreiben' }).click();
	await page.getByText('Sie werden nicht mehr gefragt.').waitFor();
	const { rows } = await database().query(`select do_not_contact_at is not null as alone from owners where id = $1`, [asked.id]);
	expect(rows).toEqual([{ alone: true }]);
	await page.goto(`/raeume/${house.slug}`);
	await until(page, 'heute bestätigt');
	for (const one of [asked, house]) await one.remove();
});

test('an owner is asked in the weekly brief, and the answer there stands on the page', { timeout: 120_000 }, async ({ open }) => {
	const owner = await newPersonLike(cast.hanna);
	const house = await plantAgedHouse(200, owner.id);
	await tendFreshness(systemNow());
	const { rows } = await database().query<{ id: string }>(`select id from notices where person_id = $1 and kind = 'freshness'`, [owner.id]);
	const key = await signLink(systemNow(), { purpose: 'answer', data: { notice: rows[0]?.id ?? '', person: owner.id }, days: 9 });
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto(`/antwort?schluessel=${encodeURIComponent(key)}&choice=still`);
	expect(await page.getByRole('radio', { name: 'Stimmt noch' }).isChecked()).toBe(true);
	await page.getByRole('button', { name: 'Antworten' }).click();
	await page.getByText('Danke').first().waitFor();
	await page.goto(`/raeume/${house.slug}`);
	await until(page, 'heute bestätigt');
	await house.remove();
});

test('the pages read well', { timeout: 240_000 }, async ({ open }) => {
	const house = await plantAgedHouse(400);
	const [address, old] = [await plantAsked(house.id), await plantAsked(house.id, -1)];
	const apart = [await plantAskedApart(house.id, 'reporter'), await plantAskedApart(house.id, 'owner')];
	const page = await open();
	await expectAllToReadWell(page, [
		address,
		old,
		...apart.map((asked) => asked.address),
		`/raeume/${house.slug}`,
		'/gesuche',
		'/kommunen/angermuende'
	]);
	await enterLike(page, 'ines');
	await expectAllToReadWell(page, ['/buero/aktualitaet', '/buero', '/buero/raeume']);
	await enterAs(page, 'oskar');
	await expectAllToReadWell(page, ['/buero/aktualitaet']);
	for (const one of [...apart, house]) await one.remove();
});
