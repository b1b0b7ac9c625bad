import { expect, expectAllToReadWell, test } from './support/browser.ts';
import { enterAs } from './support/people.ts';

test('the list of municipalities and the page of one stand', async ({ open }) => {
	await expectAllToReadWell(await open(), [
		'/kommunen',
		'/kommunen?land=12&leerstand_min=5',
		'/kommunen?q=xqzvwk',
		'/kommunen/angermuende',
		'/kommunen/berlin'
	]);
});

test('without a script: search by Ortsteil, narrow by state, read the page', async ({ open }) => {
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto('/kommunen');
	await page.getByRole('searchbox').fill('Biesenbrow');
	await page.getByRole('button', { name: 'Suchen' }).click();
	await page.getByRole('link', { name: 'Angermünde', exact: true }).click();
	expect(new URL(page.url()).pathname).toBe('/kommunen/angermuende');
	expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Angermünde');
	expect(await page.getByText('Landkreis Uckermark', { exact: true }).count()).toBeGreaterThan(0);
});

test('the key of a municipality leads to its address, a misspelling to a guess, a stranger to no page', async ({ open }) => {
	const page = await open();
	await page.goto('/kommunen/12062224');
	expect(new URL(page.url()).pathname).toBe('/kommunen/herzberg-elster');
	await page.goto('/kommunen?q=Angermnde');
	expect(await page.getByRole('link', { name: '16278 Angermünde' }).getAttribute('href')).toBe('/kommunen/12073008');
	expect((await page.goto('/kommunen/gibt-es-nicht'))?.status()).toBe(404);
});

test('the clerk enters a contact, is told what is missing, and everybody finds it', async ({ open }) => {
	const page = await open({ javaScript: false });
	await enterAs(page, 'friedrich');
	await page.goto('/buero/kommune');
	await page.getByLabel('Stelle').fill('Stabsstelle Ortskern');
	await page.getByRole('button', { name: 'Speichern', exact: true }).click();
	expect(await page.getByRole('alert').textContent()).toContain('sonst erreicht Sie niemand');
	await page.getByLabel('E-Mail').fill('ortskern@herzberg.example');
	await page.getByRole('button', { name: 'Speichern', exact: true }).click();
	const guest = await open();
	await guest.goto('/kommunen/herzberg-elster');
	expect(await guest.getByText('ortskern@herzberg.example').count()).toBe(1);
});
