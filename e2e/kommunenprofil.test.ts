import { inject } from 'vitest';
import type { Page } from 'playwright-core';
import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { enterAs } from './support/people.ts';

const base = '/buero/profil/herzberg-elster';
const publicPage = '/kommunen/herzberg-elster';

async function signIn(page: Page, name: RegExp): Promise<void> {
	await page.goto('/demo');
	await page.getByRole('button', { name }).click();
	await page.waitForURL((url) => url.pathname !== '/demo');
}

async function write(page: Page, { title, text }: { title: string; text: string }): Promise<void> {
	await page.getByLabel('Überschrift').fill(title);
	await page.getByLabel(/^Text/).fill(text);
	await page.getByRole('button', { name: 'Speichern' }).click();
}

/** On a page that is awake the click returns before the form has changed hands. */
async function change(page: Page, title: string): Promise<void> {
	await page.getByRole('link', { name: `${title} ändern` }).click();
	await page.getByRole('heading', { name: / ändern$/ }).waitFor();
}

const publish = async (page: Page) => {
	await page.goto(`${base}/vorschau`);
	await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).click();
	await page.getByText('Veröffentlicht. So steht es jetzt für alle da.').waitFor();
};

test.for([false, true])(
	'a town writes, is refused by the gate, publishes, changes, compares and returns (JavaScript: %s)',
	async (javaScript, { open }) => {
		const page = await open({ size: javaScript ? 'desktop' : 'phone', javaScript });
		const guest = await open({ javaScript: false });
		const title = `Lehrstück ${javaScript ? 'mit' : 'ohne'} Skript`;
		await signIn(page, /Friedrich Nowak/);
		await page.goto(`${base}/teile/hier-stehen-wir`);
		await write(page, { title, text: '' });
		await page.getByRole('alert').waitFor();
		expect(await page.getByLabel('Überschrift').inputValue()).toBe(title);
		await write(page, { title, text: 'Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy.' });
		await page.getByText('Gespeichert. Öffentlich wird es').waitFor();

		await page.goto(`${base}/vorschau`);
		expect(await page.getByText(`„${title}“: Hier steht noch ein Platzhalter.`).count()).toBe(1);
		expect(await page.getByRole('button', { name: 'Veröffentlichen', exact: true }).count()).toBe(0);
		await page.goto(`${base}/teile/hier-stehen-wir`);
		await change(page, title);
		await write(page, {
			title,
			text: 'Wir haben drei Läden besucht:\n\n- einen vollen\n- zwei leere\n\nund jetzt wissen wir mehr über alle drei.'
		});
		await page.getByText('Gespeichert. Öffentlich wird es').waitFor();
		await guest.goto(publicPage);
		expect(await guest.getByText(title).count()).toBe(0);
		await publish(page);
		await guest.goto(publicPage);
		expect(await guest.getByRole('heading', { name: title }).count()).toBe(1);
		expect(await guest.getByRole('listitem').filter({ hasText: 'zwei leere' }).count()).toBe(1);

		await page.goto(`${base}/teile/hier-stehen-wir`);
		await change(page, title);
		const other = await open({ javaScript: false });
		await signIn(other, /Oskar Behrens/);
		await other.goto(page.url());
		await write(other, { title, text: 'Wir haben vier Läden besucht und wissen jetzt mehr über alle vier, auch über den mit der Katze.' });
		await write(page, { title, text: 'Wir haben drei Läden besucht und kommen nächste Woche wieder, dann mit dem Kämmerer.' });
		await page.getByText('Oskar Behrens hat diesen Teil inzwischen geändert.').waitFor();
		expect(await page.getByText('auch über den mit der Katze').first().isVisible()).toBe(true);
		expect(await page.getByLabel(/^Text/).inputValue()).toContain('mit dem Kämmerer');
		await page.getByRole('button', { name: 'Meine Fassung speichern' }).click();
		await page.getByText('Gespeichert. Öffentlich wird es').waitFor();

		await page.goto(`${base}/fassungen`);
		await page.getByRole('link', { name: 'mit dem Entwurf' }).first().click();
		await page.locator('ins').filter({ hasText: 'Kämmerer' }).first().waitFor();
		expect(await page.locator('del').filter({ hasText: 'gestrichen:' }).count()).toBeGreaterThan(0);
		await page.getByRole('button', { name: /zurückholen/ }).click();
		await page.getByText('Die frühere Fassung ist wieder der Entwurf').waitFor();
		await page.goto(`${base}/teile/hier-stehen-wir`);
		await change(page, title);
		await expect.poll(() => page.getByLabel(/^Text/).inputValue(), { timeout: 20_000 }).toContain('- zwei leere');
		await page.goto(`${base}/teile/hier-stehen-wir`);
		await page.getByRole('button', { name: `${title} entfernen` }).click();
		await page.getByText('Aus dem Entwurf entfernt').waitFor();
		await publish(page);
		await guest.goto(publicPage);
		expect(await guest.getByText(title).count()).toBe(0);
	}
);

test('a recording is played from here, in parts, and read along', async ({ open }) => {
	const page = await open({ javaScript: false });
	await page.goto('/kommunen/angermuende');
	const address = (await page.locator('audio').getAttribute('src')) ?? '';
	await page.getByText('Text zum Mitlesen').click();
	expect(await page.getByText('Sechs Glockenschläge').isVisible()).toBe(true);
	const part = await fetch(`${inject('baseUrl')}${address}`, { headers: { range: 'bytes=0-11' } });
	expect([part.status, part.headers.get('content-range')]).toEqual([206, expect.stringMatching(/^bytes 0-11\/\d+$/)]);
	expect(Buffer.from(await part.arrayBuffer()).toString('latin1')).toMatch(/^RIFF....WAVE$/s);
	expect((await fetch(`${inject('baseUrl')}${address}`, { headers: { range: 'bytes=99999999-' } })).status).toBe(416);
});

test('a story, a county and the pages to write them stand', async ({ open }) => {
	const page = await open();
	await expectAllToReadWell(page, ['/kommunen/angermuende', '/organisationen/kreis-wunsiedel-i-fichtelgebirge']);
	await enterAs(page, 'ines');
	const own = '/buero/profil/angermuende';
	await expectAllToReadWell(page, [
		own,
		`${own}/teile/stimmen`,
		`${own}/teile/bilder`,
		`${own}/vorschau`,
		`${own}/fassungen`,
		`${own}/fassungen/1`
	]);
});
