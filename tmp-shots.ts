import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] });
const base = 'http://localhost:4315';
async function shoot(name: string, path: string, { w = 375, dark = false, as = '' } = {}) {
	const c = await b.newContext({ viewport: { width: w, height: 800 }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: as !== '' && false });
	const p = await c.newPage();
	p.setDefaultTimeout(15000);
	if (as) { await p.goto(base + '/demo'); await p.getByRole('button', { name: new RegExp(as) }).first().click(); await p.waitForLoadState(); }
	await p.goto(base + path);
	await p.screenshot({ path: `/tmp/team/notices-shots/${name}.png`, fullPage: true });
	console.log(name, p.url(), await p.title());
	await c.close();
}
await shoot('hinweis-375', '/hinweis?zu=/gesuche/beispiel-backhaus');
await shoot('hinweis-1440-dark', '/hinweis?zu=/gesuche/beispiel-backhaus', { w: 1440, dark: true });
await shoot('regeln-375', '/regeln');
await shoot('gesuch-375', '/gesuche/beispiel-backhaus');
await shoot('raeume-1440', '/orte', { w: 1440 });
await shoot('queue-1440', '/buero/hinweise', { w: 1440, as: 'Renate' });
await b.close();
