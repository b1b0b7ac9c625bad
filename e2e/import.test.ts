import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { worstList } from '../src/testing/worst-list.ts';
import { expect, expectAccessible, expectReflow, test } from './support/browser.ts';
import { enterAs } from './support/people.ts';
import { until } from './support/until.ts';

const files = (bytes: Uint8Array, name = 'Leerstandsliste Angermünde.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) });

async function upload(page: Page, file: ReturnType<typeof files>): Promise<void> {
	await page.goto('/buero/import');
	await page.getByLabel('Datei').setInputFiles(file);
	await page.getByRole('button', { name: 'Liste hochladen und ansehen' }).click();
	await page.waitForURL(/\/buero\/import\/[0-9a-f-]{36}/);
}

const looks = [
	{ size: 'phone', dark: true, javaScript: true },
	{ size: 'desktop', dark: false, javaScript: false }
] as const;

test.for(looks)(
	'the clerk reads in a messy list, mends a row, takes it over, sees it and takes it back ($size, JavaScript $javaScript)',
	async (look, { open }) => {
		const page = await open(look);
		const look2 = async () => {
			await expectReflow(page);
			if (look.javaScript) await expectAccessible(page);
		};
		await enterAs(page, 'ines');
		await upload(page, files(worstList()));
		await look2();
		expect(await page.getByText('Zeilen 4 bis 5').count()).toBe(1);
		await page.getByRole('button', { name: 'Liste prüfen' }).click();
		await until(page, 'Zeile für Zeile');
		await look2();
		expect(await page.getByText('gehört zu Templin').count()).toBe(1);
		expect(await page.getByText('Zeile 8 hat schon die Kennung').count()).toBe(1);

		const address = page.url();
		const mend = await page.request.get(
			new URL((await page.getByRole('link', { name: 'Abgelehnte Zeilen herunterladen' }).getAttribute('href')) ?? '', address).href
		);
		const mended = (await mend.text()).replace('A-5;;16278', 'A-5;Bahnhofsplatz 2;16278');
		expect(mended).toContain('Bahnhofsplatz 2');

		await page.getByRole('button', { name: /Häuser übernehmen/ }).click();
		await until(page, 'Doch nicht?');
		await look2();
		const inList = async () => {
			await page.goto('/buero/raeume?q=Zur+Linde');
			return (await page.getByText('Gasthof „Zur Linde“').count()) > 0 ? 'there' : page.locator('main').innerText();
		};
		await expect.poll(inList, { timeout: 20_000 }).toBe('there');

		await upload(page, files(new TextEncoder().encode(mended), 'nachgebessert.csv'));
		await page.getByRole('button', { name: 'Liste prüfen' }).click();
		await until(page, 'Zeile für Zeile');
		await page.getByRole('button', { name: /Häuser übernehmen/ }).click();
		await until(page, 'Doch nicht?');
		await page.getByRole('button', { name: 'Import zurücknehmen' }).click();
		await until(page, 'Zurückgenommen', { exact: true });
		await look2();

		await page.goto(address);
		await page.getByRole('button', { name: 'Import zurücknehmen' }).click();
		await until(page, 'Zurückgenommen', { exact: true });
		await page.goto('/buero/raeume?q=Zur+Linde');
		expect(await page.getByText('Nichts gefunden').count()).toBe(1);
	}
);

test('a picture with the name of a list gets a clear sentence and changes nothing', async ({ open }) => {
	const page = await open();
	await enterAs(page, 'ines');
	await page.goto('/buero/import');
	await page.getByLabel('Datei').setInputFiles(files(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2]), 'Liste.xlsx'));
	await page.getByRole('button', { name: 'Liste hochladen und ansehen' }).click();
	await page.getByText('Das ist ein Bild.').first().waitFor();
	await expectAccessible(page);
});

const reportFields = ['rows', 'skipped', 'created', 'updated', 'unchanged', 'rejected', 'problems', 'mapping'];
type Report = Record<'rows' | 'skipped' | 'created' | 'updated' | 'unchanged' | 'rejected', number> & {
	id: string;
	state: string;
	problems: { row: number; column: string | null; code: string; message: string }[];
	mapping: { column: string; field: string }[];
};

async function makeKey(page: Page, scope: string): Promise<string> {
	await page.goto('/konto/schluessel');
	await page.getByLabel('Wofür ist er?').fill(`Import ${Date.now()}`);
	await page.getByLabel(scope).check();
	await page.getByRole('button', { name: 'Schlüssel machen' }).click();
	return (await page.locator('code.key').first().innerText()).trim();
}

async function send(key: string, { query = '', list }: { query?: string; list: string }) {
	const body = new FormData();
	body.set('file', new File([list], 'leerstand.csv', { type: 'text/csv' }));
	body.set('municipality', '12073008');
	const response = await fetch(`${inject('baseUrl')}/api/v1/imports${query}`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}` },
		body
	});
	return { response, report: (await response.json()) as Report };
}

async function sendByCommand(list: string): Promise<Report> {
	const folder = mkdtempSync(join(tmpdir(), 'gr-list-'));
	try {
		writeFileSync(join(folder, 'leerstand.csv'), list);
		const args = ['src/cli/main.ts', 'import', join(folder, 'leerstand.csv'), '--municipality', '12073008', '--dry-run', '--json'];
		const env = { ...process.env, DATA_DIR: inject('dataDir') };
		const { stdout } = await promisify(execFile)(process.execPath, args, { env });
		return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Report;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** All but the id and how sure the columns were: the second time they are remembered. */
const comparable = ({ id: _id, mapping, ...report }: Report) => ({
	...report,
	mapping: mapping.map(({ column, field }) => ({ column, field }))
});

test('a program with a key tries a list, reads it in, asks for its report; the command line reports the same', async ({ open }) => {
	const page = await open();
	await enterAs(page, 'ines');
	const key = await makeKey(page, 'Listen einlesen');
	const mark = Date.now().toString(36);
	const list = [
		'Leerstandsliste;;;;;',
		'Kennung;Straße;Hausnr.;PLZ;Ort;Nutzfläche (m²)',
		`${mark}-1;Prüfweg ${mark};1;16278;Angermünde;80,5`,
		`${mark}-1;Prüfweg ${mark};2;16278;Angermünde;90`,
		`${mark}-3;Prüfweg ${mark};3;17268;Templin;90`,
		';;;;Summe;260,5'
	].join('\n');

	const tried = await send(key, { query: '?dryRun=true', list });
	expect(tried.response.status).toBe(201);
	for (const field of reportFields) expect(tried.report).toHaveProperty(field);
	expect(tried.report).toMatchObject({ state: 'checked', rows: 3, skipped: 2, created: 1, updated: 0, unchanged: 0, rejected: 2 });
	const [twice, elsewhere] = tried.report.problems;
	expect(twice).toMatchObject({ row: 4, column: 'Kennung', code: expect.any(String), message: expect.stringContaining('Zeile 3') });
	expect(elsewhere).toMatchObject({ row: 5, column: 'PLZ', code: 'address-elsewhere', message: expect.stringContaining('Templin') });
	expect(tried.report.mapping[1]).toMatchObject({ column: 'Straße', field: 'street' });
	expect(comparable(await sendByCommand(list))).toEqual(comparable(tried.report));

	const real = await send(key, { list });
	expect(real.report).toMatchObject({ state: 'applied', rows: 3, created: 1, rejected: 2 });
	const address = real.response.headers.get('location') ?? '';
	const kept = await fetch(address, { headers: { authorization: `Bearer ${key}` } });
	expect(await kept.json()).toEqual(real.report);
	expect((await fetch(address)).status).toBe(401);
	expect((await send(key, { list })).report).toMatchObject({ created: 0, updated: 0, unchanged: 1 });

	await page.goto(`/buero/import/${real.report.id}`);
	await page.getByRole('button', { name: 'Import zurücknehmen' }).click();
	await until(page, 'Zurückgenommen', { exact: true });
});

test('a key for something else reads no list in', async ({ open }) => {
	const page = await open();
	await enterAs(page, 'ines');
	const key = await makeKey(page, 'Gesuche anlegen und ändern');
	const { response } = await send(key, { list: 'Straße;Hausnr.\nMarkt;1' });
	expect(response.status).toBe(403);
	expect(response.headers.get('content-type')).toContain('application/problem+json');
});
