import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, expectAllToReadWell, expectToReadWell, test } from './support/browser.ts';
import { database, enterLike } from './support/people.ts';

const here = { latitude: 53.0402, longitude: 14.0555 };
const state = (page: Page) => page.getByRole('status').first();
const houses = (page: Page) => page.getByRole('region', { name: 'Häuser' }).getByRole('listitem');
const picture = () =>
	sharp({ create: { width: 60, height: 40, channels: 3, background: '#a63c28' } })
		.jpeg()
		.toBuffer();

/** Whether everything that the page was made of lies on the phone, and somebody is there to hand it out. */
const isKept = async () => {
	const { active } = await navigator.serviceWorker.ready;
	const kept = (await (await caches.open('rundgang-1')).keys()).map(({ url }) => new URL(url).pathname);
	const made = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
	return (
		active?.state === 'activated' &&
		[location.pathname, ...made.filter((path) => path.startsWith('/_app/immutable/'))].every((path) => kept.includes(path))
	);
};

/** Opens the walk and waits until the phone could go without a network. */
async function begin(page: Page): Promise<void> {
	await enterLike(page, 'ines');
	await page.goto('/buero/rundgang');
	await page.getByRole('button', { name: 'Hier stehe ich' }).first().waitFor();
	await expect.poll(() => page.evaluate(isKept), { timeout: 30_000 }).toBe(true);
}

test('the network is cut in mid-walk: nothing is lost, the page opens again, and all arrives when there is a network', async ({ open }) => {
	const page = await open({ size: 'phone', options: { geolocation: here, permissions: ['geolocation'] } });
	await begin(page);
	const street = `Kirchgang ${Date.now().toString(36)}`;
	await page.context().setOffline(true);
	await page.reload();
	await page.getByRole('heading', { level: 1, name: 'Rundgang' }).waitFor();
	await state(page).getByText('Ohne Netz.').waitFor();

	const seen = houses(page).first();
	const title = await seen.locator('strong').innerText();
	await seen.getByRole('button', { name: 'Stimmt noch' }).click();
	await state(page).getByText('Ein Eintrag wartet').waitFor();

	await page.getByText('Ein Haus, das noch fehlt').click();
	await page.getByRole('button', { name: 'Merken' }).click();
	expect(await page.getByRole('alert').innerText()).toContain('Wo steht das Haus?');
	await page.getByRole('button', { name: 'Hier stehe ich' }).first().click();
	await page.getByLabel('dort, wo ich stehe').waitFor();
	await page.getByLabel('Straße', { exact: true }).fill(street);
	await page.getByLabel('Hausnummer').fill('7');
	await page.getByLabel('3. Was ist es?').selectOption('workshop');
	await page.getByText('mittel: ein Wohnhaus').click();
	await page.getByLabel('1. Foto').setInputFiles({ name: 'haus.jpg', mimeType: 'image/jpeg', buffer: await picture() });
	await page.getByRole('button', { name: 'Merken' }).click();
	await state(page).getByText('2 Einträge warten').waitFor();
	await page.reload();
	await state(page).getByText('2 Einträge warten').waitFor();

	await page.context().setOffline(false);
	await page.goto('/buero/rundgang');
	await state(page).getByText('Alles ist abgeglichen.').waitFor();
	const { rows } = await database().query(
		`select p.usable_area_m2 as area, p.lifecycle_state as state, (select count(*)::int from media m where m.property_id = p.id) as pictures
		from properties p where p.street = $1`,
		[street]
	);
	expect(rows).toEqual([{ area: 180, state: 'recorded', pictures: 1 }]);
	const confirmed = await database().query(
		'select count(*)::int as n from walk_entries e join properties p on p.id = e.property_id where p.title = $1 and e.kind = $2',
		[title, 'holds']
	);
	expect(confirmed.rows[0]?.n).toBeGreaterThan(0);
	await database().query('delete from properties where street = $1', [street]);
});

test('what the office changed meanwhile is asked back, and the person in front of the house decides', async ({ open }) => {
	const page = await open({ size: 'phone' });
	await begin(page);
	await page.context().setOffline(true);
	await page.getByLabel('Straße oder Name').fill('Gasthof am Marktplatz');
	await houses(page).first().getByRole('button', { name: 'Geändert' }).click();
	await page.getByRole('button', { name: 'Merken' }).click();
	expect(await page.getByRole('alert').innerText()).toContain('was sich geändert hat');
	await page.getByLabel('Was hat sich geändert?').fill('Fenster im Saal sind neu');
	await page.getByRole('button', { name: 'Merken' }).click();
	await state(page).getByText('Ein Eintrag wartet').waitFor();
	await database().query("update properties set version = version + 1 where title = 'Gasthof am Marktplatz'");
	await page.context().setOffline(false);
	await page.getByRole('heading', { name: 'Bitte entscheiden' }).waitFor();
	await expectToReadWell(page, [['phone', 'dark']]);
	await page.getByRole('button', { name: 'Trotzdem eintragen' }).click();
	await state(page).getByText('Alles ist abgeglichen.').waitFor();
	await page.goto('/buero/rundgang');
	const note = page
		.getByRole('region', { name: 'Was Rundgänge gefunden haben' })
		.getByRole('listitem')
		.filter({ hasText: 'Fenster im Saal sind neu' });
	await note.getByRole('button', { name: 'Erledigt' }).click();
	await note.waitFor({ state: 'detached' });
});

test('on paper: the sheet is ticked, a change without a word is said and keeps the ticks, then all is entered', async ({ open }) => {
	const page = await open({ javaScript: false });
	await enterLike(page, 'ines');
	await page.goto('/buero/rundgang');
	await page.getByRole('link', { name: 'Lieber auf Papier' }).click();
	await page.getByRole('button', { name: 'Dieses Blatt nachtragen' }).click();
	expect(await page.getByRole('alert').innerText()).toContain('noch nichts angekreuzt');
	const rows = page.getByRole('group');
	await rows.nth(0).getByLabel('stimmt noch').check();
	await rows.nth(1).getByLabel('geändert').check();
	await page.getByRole('button', { name: 'Dieses Blatt nachtragen' }).click();
	expect(await page.getByRole('alert').innerText()).toContain('was sich geändert hat');
	expect(await rows.nth(0).getByLabel('stimmt noch').isChecked()).toBe(true);
	await page
		.getByRole('textbox', { name: /^Notiz zu/ })
		.nth(1)
		.fill('Tür ist vernagelt');
	await page.getByRole('button', { name: 'Dieses Blatt nachtragen' }).click();
	await page.getByText('2 Häuser sind nachgetragen.').waitFor();
	await page.getByRole('listitem').filter({ hasText: 'Tür ist vernagelt' }).getByRole('button', { name: 'Erledigt' }).click();
	const awake = await open();
	await enterLike(awake, 'ines');
	await expectAllToReadWell(awake, ['/buero/rundgang', '/buero/rundgang/blatt']);
});
