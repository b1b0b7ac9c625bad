import type { Page } from 'playwright-core';
import { everyLook, expect, expectAccessible, expectAllToReadWell, expectReflow, sizes, test } from './support/browser.ts';

const pages = ['/', '/impressum', '/datenschutz', '/barrierefreiheit', '/leichte-sprache', '/buero/gestaltung', '/gibt-es-nicht'];

test('start, sample book, legal and error pages hold in every look', async ({ open }) => {
	await expectAllToReadWell(await open(), pages, everyLook);
});

test('everything reflows at 320 pixels and with text at 200 percent', async ({ open }) => {
	const page = await open();
	for (const path of pages) {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(path);
		await expectReflow(page);
		await page.setViewportSize({ width: 1280, height: 900 });
		await page.addStyleTag({ content: 'html { font-size: 200% }' });
		await expectReflow(page);
	}
});

/** What the keyboard reaches: its words, and whether one sees that it is there. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement as HTMLElement;
		const seen = [element, element.closest('.card')].some((e) => {
			if (!e) return false;
			const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(e);
			return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$|transparent/.test(outlineColor);
		});
		return { name: `${element.tagName} ${(element.textContent ?? '').trim().slice(0, 30)}`, isBody: element === document.body, seen };
	});

test('a keyboard reaches every link and control of a page, and one always sees where it is', async ({ open }) => {
	const page = await open();
	for (const path of ['/', '/buero/gestaltung']) {
		await page.goto(path);
		const reached = new Set<string>();
		for (let i = 0; i < 140; i++) {
			await page.keyboard.press('Tab');
			const now = await focused(page);
			if (now.isBody) break;
			expect(now.seen, `${path}: ${now.name}`).toBe(true);
			reached.add(now.name);
		}
		expect([...reached][0]).toContain('Zum Inhalt springen');
		expect([...reached].join('\n')).toContain('Leichte Sprache');
	}
});

test('the skip link jumps over the navigation', async ({ open }) => {
	const page = await open();
	await page.goto('/impressum');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhalt');
});

test('on the phone the menu opens without JavaScript and leads on', async ({ open }) => {
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto('/impressum');
	const link = page.getByRole('navigation', { name: 'Hauptnavigation' }).getByRole('link', { name: 'Räume' });
	expect(await link.isVisible()).toBe(false);
	await page.getByText('Menü', { exact: true }).click();
	expect(await link.isVisible()).toBe(true);
	await link.click();
	expect(new URL(page.url()).pathname).toBe('/raeume');
});

test('what can be tapped is at least 24 pixels high', async ({ open }) => {
	const page = await open({ size: 'phone' });
	await page.goto('/buero/gestaltung');
	const small = await page.evaluate(() =>
		[
			...document.querySelectorAll<HTMLElement>(
				'button, .button, summary, nav a, label.choice, select, input:not([type=checkbox], [type=radio])'
			)
		]
			.filter((e) => e.checkVisibility() && !e.matches('.skip'))
			.filter((e) => e.getBoundingClientRect().height < 24)
			.map((e) => `${e.tagName} ${e.textContent?.trim()} ${e.getBoundingClientRect().height}`)
	);
	expect(small).toEqual([]);
});

test('a refused form says so at the top, at the field, and keeps what was typed, without JavaScript too', async ({ open }) => {
	for (const javaScript of [true, false]) {
		const page = await open({ javaScript });
		await page.goto('/buero/gestaltung');
		await page.getByLabel('Titel').fill('Alte Post');
		await page.getByRole('button', { name: 'Mit Fehlern absenden' }).click();
		await page.locator('.error-summary').waitFor();
		expect(await page.getByLabel('Titel').inputValue()).toBe('Alte Post');
		const link = page.locator('.error-summary').getByRole('link', { name: /^Titel/ });
		expect(await link.getAttribute('href')).toBe('#f-title');
		expect(await page.locator('#f-title').getAttribute('aria-invalid')).toBe('true');
		if (javaScript) await expectAccessible(page);
	}
});

test('the dialog opens, closes with Escape and gives the focus back; without JavaScript it unfolds', async ({ open }) => {
	const page = await open();
	await page.goto('/buero/gestaltung');
	const opener = page.getByRole('button', { name: 'Zurückziehen …' });
	await opener.click();
	expect(await page.locator('dialog').evaluate((d: HTMLDialogElement) => d.open)).toBe(true);
	await expectAccessible(page);
	await page.keyboard.press('Escape');
	expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Zurückziehen');
	const plain = await open({ javaScript: false });
	await plain.goto('/buero/gestaltung');
	await plain.getByText('Zurückziehen …').click();
	expect(await plain.getByText('Das Haus ist danach sofort').isVisible()).toBe(true);
});

test('on paper there is the page, not the frame around it', async ({ open }) => {
	const page = await open();
	await page.goto('/datenschutz');
	await page.emulateMedia({ media: 'print' });
	for (const hidden of ['.nav-wide', '.crumbs', '.foot nav', '.demo-strip'])
		expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
	expect(await page.locator('h1').isVisible()).toBe(true);
	expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
});

test('colours that the system forces leave every control a border', async ({ open }) => {
	const page = await open({ options: { viewport: sizes.desktop, forcedColors: 'active' } });
	await page.goto('/buero/gestaltung');
	for (const control of ['.button', '.kern-form-input__input', '.notice', '.tag'])
		expect(
			await page
				.locator(`main ${control}`)
				.first()
				.evaluate((e) => parseFloat(getComputedStyle(e).borderTopWidth)),
			control
		).toBeGreaterThan(0);
});

test('the start page needs no script and nothing from elsewhere', async ({ open }) => {
	const page = await open();
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto('/');
	await page.waitForLoadState('load');
	const origin = new URL(page.url()).origin;
	expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
	expect(await page.locator('script').count()).toBe(0);
});
