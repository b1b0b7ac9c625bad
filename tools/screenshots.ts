import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import sharp from 'sharp';
import { findChromium } from '../e2e/support/chromium.ts';

/**
 * Takes the pictures of the README from a running demo: `npm run demo`, then `npm run pictures`.
 * `--all` takes every page at 375, 768 and 1440 px, light and dark, into a folder for looking at (`--into`).
 */
const { values } = parseArgs({
	options: {
		url: { type: 'string', default: 'http://localhost:3000' },
		into: { type: 'string', default: 'docs/pictures' },
		all: { type: 'boolean', default: false }
	}
});

type Shot = { name: string; path: string; as?: string; width: number; dark?: boolean; full?: boolean };

const desktop = 1440;
const phone = 375;
const readme: Shot[] = [
	{ name: 'start', path: '/', width: desktop },
	{ name: 'start-nacht', path: '/', width: desktop, dark: true },
	{ name: 'raeume', path: '/raeume?q=werkstatt&ort=Angermünde&umkreis=50', width: desktop },
	{ name: 'raum', path: '/raeume/gasthof-am-marktplatz-angermuende', width: desktop, full: true },
	{ name: 'kommune', path: '/kommunen/angermuende', width: desktop },
	{ name: 'verfahren', path: '/verfahren/am-teich-in-kerkow-wer-macht-daraus-einen-treffpunkt-4', width: desktop },
	{ name: 'netzwerk', path: '/netzwerke/helle-orte', width: desktop },
	{ name: 'orte', path: '/orte', width: desktop },
	{ name: 'karte', path: '/karte', width: desktop },
	{ name: 'buero', path: '/buero', as: 'Ines Krüger', width: desktop },
	{ name: 'faelle', path: '/buero/faelle', as: 'Ines Krüger', width: desktop },
	{ name: 'gruppen', path: '/gruppen', width: desktop },
	{ name: 'rundgang-telefon', path: '/buero/rundgang', as: 'Ines Krüger', width: phone },
	{ name: 'raum-telefon', path: '/raeume/gasthof-am-marktplatz-angermuende', width: phone }
];
const pages: [string, string, string?][] = [
	['start', '/'],
	['raeume', '/raeume'],
	['raeume-suche', '/raeume?q=werkstatt&ort=Angermünde&umkreis=50'],
	['raeume-leer', '/raeume?q=raumstation'],
	['raeume-karte', '/raeume?ansicht=karte'],
	['raum', '/raeume/gasthof-am-marktplatz-angermuende'],
	['gesuche', '/gesuche'],
	['gesuch', '/gesuche/offene-werkstatt-und-cafe-angermuende'],
	['kommunen', '/kommunen'],
	['kommune', '/kommunen/angermuende'],
	['passung', '/passung'],
	['anmelden', '/anmelden'],
	['demo', '/demo'],
	['impressum', '/impressum'],
	['konto', '/konto', 'Amira Haddad'],
	['konto-gesuche', '/konto/gesuche', 'Amira Haddad'],
	['buero', '/buero', 'Ines Krüger'],
	['buero-raeume', '/buero/raeume', 'Ines Krüger'],
	['buero-neu', '/buero/raeume/neu', 'Ines Krüger'],
	['buero-import', '/buero/import', 'Ines Krüger'],
	['gestaltung', '/buero/gestaltung', 'Ines Krüger']
];
const everything: Shot[] = pages.flatMap(([name, path, as]) =>
	[phone, 768, desktop].flatMap((width) =>
		[false, true].map((dark) => ({ name: `${name}-${width}${dark ? '-nacht' : ''}`, path, as, width, dark, full: true }))
	)
);

async function take(browser: Browser, { name, path, as, width, dark, full }: Shot): Promise<void> {
	const context = await browser.newContext({
		baseURL: values.url,
		viewport: { width, height: width === phone ? 812 : 900 },
		colorScheme: dark ? 'dark' : 'light',
		locale: 'de-DE',
		reducedMotion: 'reduce'
	});
	const page = await context.newPage();
	if (as) {
		await page.goto('/demo');
		await page.locator('form', { hasText: as }).getByRole('button').click();
	}
	await page.goto(path, { waitUntil: 'load' });
	const png = await page.screenshot({ fullPage: full ?? false });
	const file = `${values.into}/${name}.${values.all ? 'png' : 'webp'}`;
	await (
		values.all
			? sharp(png).png()
			: sharp(png)
					.resize({ width: Math.min(width, 1200) })
					.webp({ quality: 82 })
	).toFile(file);
	console.log(file);
	await context.close();
}

mkdirSync(values.into, { recursive: true });
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
});
for (const shot of values.all ? everything : readme)
	await take(browser, shot).catch((error: Error) => console.error(`${shot.name}: ${error.message.split('\n')[0]}`));
await browser.close();
