import type { Page } from 'playwright-core';
import { expect } from './browser.ts';

/** Waits until work behind a page has ended: with a script the page follows it by itself, without one it is loaded anew. */
export async function until(page: Page, text: string, options: { exact?: boolean } = {}): Promise<void> {
	const sought = page.getByText(text, options).first();
	const follows = await page.evaluate(() => matchMedia('(scripting: enabled)').matches);
	if (follows) return sought.waitFor({ timeout: 60_000 });
	for (const end = Date.now() + 60_000; (await sought.count()) === 0; await page.reload()) {
		expect(Date.now(), `${page.url()}: ${text}`).toBeLessThan(end);
		await page.waitForTimeout(150);
	}
}
