import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { expect, inject, test as base } from 'vitest';
import { accountPages } from '../../src/lib/ui/account-pages.ts';
import { officePages } from '../../src/lib/ui/office-pages.ts';
import { deskAreas } from '../../src/modules/procedures/desk-pages.ts';
import { findChromium } from './chromium.ts';
import { settleAfterClicks } from './settle.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const args = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--enable-unsafe-swiftshader'
];

/** One browser for all journeys of a worker. */
let shared: Promise<Browser> | null = null;

export const sizes = {
	phone: { width: 375, height: 812 },
	tablet: { width: 768, height: 1024 },
	desktop: { width: 1440, height: 900 }
} as const;

type Visit = { size?: keyof typeof sizes; dark?: boolean; javaScript?: boolean; options?: BrowserContextOptions };
type Fixtures = { open: (visit?: Visit) => Promise<Page> };

/** A test with a browser: `open()` gives a fresh page of its own context at the app's address. */
export const test = base.extend<Fixtures>({
	open: async ({}, use) => {
		const browser = await (shared ??= chromium.launch({ executablePath: findChromium(), args }));
		const contexts: { close: () => Promise<void> }[] = [];
		await use(async ({ size = 'desktop', dark = false, javaScript = true, options = {} } = {}) => {
			const context = await browser.newContext({
				baseURL: inject('baseUrl'),
				viewport: sizes[size],
				colorScheme: dark ? 'dark' : 'light',
				javaScriptEnabled: javaScript,
				locale: 'de-DE',
				reducedMotion: 'reduce',
				...options
			});
			contexts.push(context);
			const page = await context.newPage();
			if (javaScript) settleAfterClicks(page);
			return page;
		});
		for (const context of contexts) await context.close();
	}
});
export { expect } from 'vitest';

const looksRead = new Set<string>();
const isFirst = (key: string) => !looksRead.has(key) && Boolean(looksRead.add(key));
const ofColours = ['color-contrast', 'link-in-text-block'];
const ofSizes = ['target-size', 'scrollable-region-focusable'];
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe has to look at in this look of a page: all of it once on the phone and once on a wide window; after that what a new width or theme can change. */
async function rulesFor(page: Page): Promise<{ type: 'tag' | 'rule'; values: string[] }> {
	const [width, content] = await page.evaluate(() => [innerWidth, document.getElementById('inhalt')?.innerHTML]);
	const key = createHash('sha256').update(`${page.url()} ${content}`).digest('hex');
	const isNewLayout = isFirst(`${key} ${width < 768 ? 'phone' : 'wide'}`);
	const isNewWidth = isFirst(`${key} ${width}`);
	if (isNewLayout) return { type: 'tag', values: everyRule };
	return { type: 'rule', values: isNewWidth ? [...ofColours, ...ofSizes] : ofColours };
}

/** axe over the page as it stands (WCAG 2.2 A and AA); needs JavaScript in the page. Names each violation with its place. */
export async function expectAccessible(page: Page): Promise<void> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
	const violations = await page.evaluate(
		async (only) => {
			type Said = { message: string };
			const { axe } = window as unknown as {
				axe: {
					run: (o: object) => Promise<{ violations: { id: string; nodes: { html: string; any: Said[]; all: Said[]; none: Said[] }[] }[] }>;
				};
			};
			const result = await axe.run({ runOnly: only, reporter: 'no-passes', resultTypes: ['violations'], preload: false, iframes: false });
			return result.violations.map(
				(v) =>
					`${v.id}: ${v.nodes
						.slice(0, 3)
						.map((n) => `${n.html.slice(0, 160)} (${[...n.any, ...n.all, ...n.none][0]?.message})`)
						.join(' | ')}`
			);
		},
		await rulesFor(page)
	);
	expect(violations, page.url()).toEqual([]);
}

/** Nothing sticks out sideways: the page reflows at this width (WCAG 1.4.10). */
export async function expectReflow(page: Page): Promise<void> {
	const [content, viewport] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
	expect(content, `${page.url()} ist breiter als das Fenster`).toBeLessThanOrEqual((viewport ?? 0) + 1);
}

/** Follows a link of one row of tabs; on a phone it may be behind one button. */
async function follow(row: Locator, name: string): Promise<void> {
	const link = row.getByRole('link', { name, exact: true, includeHidden: true });
	if (!(await link.isVisible())) await row.locator('.opener').click();
	await link.click();
}

/** Follows a tab of any row, the innermost first, or a page of the office or the account, through its area if need be. */
export async function goToTab(page: Page, name: string): Promise<void> {
	const rows = page.locator('.tabs').filter({ has: page.getByRole('link', { name, exact: true, includeHidden: true }) });
	if (!(await rows.count())) {
		const path = new URL(page.url()).pathname;
		const pages = path.startsWith('/konto') ? accountPages : path.startsWith('/buero/verfahren/') ? deskAreas : officePages;
		const area = pages.find(({ text }) => text === name)?.area ?? name;
		await follow(page.locator('.tabs').first(), area);
		await rows.first().waitFor();
	}
	await follow(rows.last(), name);
	await page.getByRole('heading', { level: 1, name }).waitFor();
}

type Look = readonly [size: keyof typeof sizes, theme: 'light' | 'dark'];

/** Every width and both themes, on narrow and on wide windows. */
export const looks: readonly Look[] = [
	['phone', 'light'],
	['phone', 'dark'],
	['tablet', 'light'],
	['desktop', 'dark']
];
export const everyLook: readonly Look[] = (['phone', 'tablet', 'desktop'] as const).flatMap((size) =>
	(['light', 'dark'] as const).map((theme): Look => [size, theme])
);

/** The page as it stands reads well in each look: the window changes, the page is not loaded again. */
export async function expectToReadWell(page: Page, inLooks = looks): Promise<void> {
	expect(await page.locator('h1').count(), page.url()).toBe(1);
	for (const [size, colorScheme] of inLooks) {
		await page.setViewportSize(sizes[size]);
		await page.emulateMedia({ colorScheme });
		await expectReflow(page);
		await expectAccessible(page);
	}
}

/** Each of these addresses reads well in each look. */
export async function expectAllToReadWell(page: Page, paths: readonly string[], inLooks = looks): Promise<void> {
	for (const path of paths) {
		await page.goto(path);
		await expectToReadWell(page, inLooks);
	}
}
