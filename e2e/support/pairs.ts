import type { Locator } from 'playwright-core';

/** Unfolds the row of a pair when it is folded, by its summary as somebody would: that needs no script. */
export async function unfold(pair: Locator): Promise<void> {
	const row = pair.locator('> details');
	if ((await row.getAttribute('open')) === null) await row.locator('> summary').click();
}

/** The score on the explained card of a pair. */
export async function scoreIn(pair: Locator): Promise<string> {
	await unfold(pair);
	return pair.locator('.match .number').innerText();
}
