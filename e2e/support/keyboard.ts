import type { Page } from 'playwright-core';
import { expect } from './browser.ts';

/** What somebody who has no mouse does: Tab, Shift+Tab, Enter, Space, arrows and typing, nothing else. */

type Focused = { tag: string; type: string; name: string; where: string; seen: string };

/** What has the focus now: its name as it is read aloud, the landmark or message around it, and what is wrong with how it shows ('' is fine). */
async function focused(page: Page): Promise<Focused> {
	return page.evaluate(() => {
		const e = document.activeElement as HTMLElement | null;
		if (!e || e === document.body) return { tag: 'body', type: '', name: '', where: '', seen: '' };
		const labels = [...((e as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
		const by = (e.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
		const name = [e.getAttribute('aria-label'), ...by, ...labels, e.matches('select, textarea') ? '' : e.textContent]
			.join(' ')
			.replace(/\s+/g, ' ')
			.trim()
			.slice(0, 90);
		const around = e.closest('.error-summary, .notice, .acting, main, header, footer');
		const box = e.getBoundingClientRect();
		const style = getComputedStyle(e);
		const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
		const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
		const y = Math.min(Math.max(box.top + Math.min(box.height, 40) / 2, 0), innerHeight - 1);
		const top = document.elementFromPoint(x, y);
		const covered =
			!top || !(e.contains(top) || top.contains(e) || [...((e as HTMLInputElement).labels ?? [])].some((l) => l.contains(top)));
		const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
		const cardLink = e.closest('.card') !== null && getComputedStyle(e.closest('.card') as Element).outlineStyle !== 'none';
		const seen = !inside ? 'outside the window' : covered ? 'covered' : ring || cardLink ? '' : 'without a visible mark';
		return {
			tag: e.tagName.toLowerCase(),
			type: e.getAttribute('type') ?? '',
			name,
			where: around?.className || around?.tagName || '',
			seen
		};
	});
}

/** Presses Tab until what is named has the focus; each stop on the way must be seen. */
export async function tabTo(page: Page, name: string | RegExp, { tag = '', most = 120, key = 'Tab' } = {}): Promise<void> {
	const passed: string[] = [];
	for (let n = 0; n < most; n++) {
		if (n > 0) await page.keyboard.press(key);
		const now = await focused(page);
		passed.push(now.name || now.tag);
		if (now.tag === 'body' || now.tag === 'main') continue;
		expect(now.seen, `${page.url()}: „${now.name}“ (${now.tag})`).toBe('');
		const fits = typeof name === 'string' ? now.name.includes(name) : name.test(now.name);
		if (fits && (!tag || tag.split(' ').includes(now.tag))) return;
	}
	throw new Error(`${page.url()}: „${name}“ is not reached by ${key}; on the way: ${passed.join(' | ')}`);
}

/** Tab to it, then Enter, then the page that follows. */
export async function follow(page: Page, name: string | RegExp, to: RegExp): Promise<void> {
	await tabTo(page, name, { tag: 'a button' });
	await page.keyboard.press('Enter');
	await page.waitForURL(to);
	await page.waitForLoadState();
	await page.locator('h1').first().waitFor();
}

/** Tab to a button or a link and press it; the focus then has to be in the message that answers. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
	await tabTo(page, name, { tag: 'button a summary' });
	await page.keyboard.press('Enter');
}

/** Tab to a field, empty it as the keyboard does, and type. */
export async function type(page: Page, name: string | RegExp, text: string): Promise<void> {
	await tabTo(page, name, { tag: 'input textarea' });
	await page.keyboard.press('Control+A');
	await page.keyboard.type(text);
}

/** After a step the focus is where reading goes on: at the start of the page, or in the message that answers. */
export async function expectFocus(page: Page, where: 'start' | 'message' | RegExp): Promise<void> {
	const place = async () => {
		const now = await focused(page);
		if (where instanceof RegExp) return where.test(now.name) ? 'there' : `${now.where}: ${now.name}`;
		if (where === 'start') return now.tag === 'body' || now.tag === 'main' ? 'start' : `${now.where}: ${now.name}`;
		return /error-summary|notice|acting/.test(now.where) && now.seen !== 'outside the window'
			? 'message'
			: `${now.tag} in ${now.where}: ${now.name}`;
	};
	await expect.poll(place, { timeout: 10_000, message: page.url() }).toBe(where instanceof RegExp ? 'there' : where);
}

/** Reads the page anew and lets it wake up. */
export async function reload(page: Page): Promise<void> {
	await page.reload();
	await page.waitForLoadState('networkidle');
}

/** The first Tab of a page leads to the skip link, and that to the content. Who took it before a form was sent begins in the content at once. */
export async function skip(page: Page): Promise<void> {
	if (new URL(page.url()).hash === '#inhalt') return;
	await tabTo(page, 'Zum Inhalt springen', { most: 2 });
	await page.keyboard.press('Enter');
}
