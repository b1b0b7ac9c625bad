import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { expect, expectAllToReadWell, expectReflow, expectToReadWell, test } from './support/browser.ts';
import { ownConcept, stageRecord, type RecordStage } from './support/record-stage.ts';

const dir = mkdtempSync(join(tmpdir(), 'gr-akte-'));
let stage: RecordStage;
beforeAll(async () => {
	stage = await stageRecord(`Wer liest die Akte? ${Date.now()}`);
});
afterAll(async () => {
	await stage?.remove();
	rmSync(dir, { recursive: true });
});

const put = (name: string, content: unknown): string => {
	const path = join(dir, name);
	writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
	return path;
};
const record = async (key = stage.id) => fetch(`${inject('baseUrl')}/api/v1/procedures/${key}/record`);

/** Chooses files on the page that verifies, and reads what it says. */
async function verify(page: Page, files: Record<string, string>): Promise<string> {
	if (files.Quittung) await page.getByText('Auch mein Konzept prüfen').click();
	for (const [label, path] of Object.entries(files)) await page.getByLabel(label, { exact: true }).setInputFiles(path);
	if (files.Konzept) await page.getByLabel('Salz', { exact: true }).fill(stage.salt);
	await page.getByRole('button', { name: 'Prüfen' }).click();
	await page.locator('#ergebnis h2').waitFor();
	return page.locator('#ergebnis').innerText();
}

test('a reader without JavaScript reads the record before the opening, and takes it away as a file', async ({ open }) => {
	const page = await open({ size: 'phone', javaScript: false });
	await page.goto(`/verfahren/${stage.slug}/akte`);
	await page.getByRole('heading', { level: 1, name: 'Akte' }).waitFor();
	await page.getByText('Der Aufruf wurde veröffentlicht.').waitFor();
	await page.getByText('Verschlossen. Bis zur Öffnung').waitFor();
	expect(await page.content()).not.toContain(stage.receipt.entry.hash);
	const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Akte herunterladen' }).click()]);
	expect(download.suggestedFilename()).toBe(`akte-${stage.slug}.json`);
	await page.getByRole('link', { name: 'Prüfseite öffnen' }).click();
	await page.getByText('npm run cli -- verify akte.json').waitFor();
	expect(await page.getByRole('button', { name: 'Prüfen' }).count()).toBe(0);
});

test('the API answers by id and address word, with an ETag, and knows nothing of what was never published', async () => {
	const [byId, bySlug] = [await record(), await record(stage.slug)];
	expect(await byId.json()).toEqual(await bySlug.json());
	const etag = byId.headers.get('etag') ?? '';
	const again = await fetch(`${inject('baseUrl')}/api/v1/procedures/${stage.id}/record`, { headers: { 'if-none-match': etag } });
	expect([again.status, byId.headers.get('content-disposition')]).toEqual([304, `inline; filename="akte-${stage.slug}.json"`]);
	const missing = await record('00000000-0000-7000-8000-000000000000');
	expect([missing.status, await missing.json()]).toMatchObject([404, { code: 'not-found' }]);
	const heads = (await (await fetch(`${inject('baseUrl')}/api/v1/record-heads`)).json()) as { items: { hash: string }[]; total: number };
	expect(heads.items.map(({ hash }) => hash)).toContain(stage.receipt.head?.hash);
	expect((await fetch(`${inject('baseUrl')}/api/v1/record-heads?cursor=quatsch`)).status).toBe(422);
});

test('after the opening an applicant proves in the browser, without a network, that their concept is in it unchanged', async ({ open }) => {
	await stage.open();
	const file = (await (await record()).json()) as { main: { facts: object }[]; box: unknown[] };
	const own = { Akte: put('akte.json', file), Quittung: put('quittung.json', stage.receipt), Konzept: put('konzept.json', ownConcept) };
	const page = await open({ size: 'phone' });
	const asked: string[] = [];
	await page.goto('/pruefen');
	await page.context().setOffline(true);
	page.on('request', ({ url }) => asked.push(url()));
	const said = await verify(page, own);
	expect(said).toMatch(/^Die Akte ist unversehrt\./);
	for (const proof of [
		'signiert',
		'lag bei der Öffnung unverändert im Eingang',
		'genau das, was abgegeben wurde',
		'Der Eingang ist vollständig: 2 Einträge'
	])
		expect(said).toContain(proof);
	expect(said).toContain('Nicht bewiesen');
	expect(await page.locator(':focus').innerText()).toBe('Die Akte ist unversehrt.');

	const lost = put('fehlt.json', { ...file, box: file.box.slice(0, 1) });
	await page.getByLabel('Akte', { exact: true }).setInputFiles(lost);
	await page.getByRole('button', { name: 'Prüfen' }).click();
	await page.getByRole('heading', { name: 'Die Akte ist nicht in Ordnung.' }).waitFor();
	expect(await page.locator('#ergebnis').innerText()).toContain('fehlt im Eingang');
	const beyond = JSON.stringify(file).replace('"facts":{', '"facts":{"x":1e999,');
	await page.getByLabel('Akte', { exact: true }).setInputFiles(own.Akte);
	await page.getByRole('button', { name: 'Prüfen' }).click();
	await page.getByRole('heading', { name: 'Die Akte ist unversehrt.' }).waitFor();
	await page.getByLabel('Akte', { exact: true }).setInputFiles(put('zahl.json', beyond));
	await page.getByRole('button', { name: 'Prüfen' }).click();
	await page.getByRole('heading', { name: 'Die Akte ist nicht in Ordnung.' }).waitFor();
	await page.getByLabel('Akte', { exact: true }).setInputFiles(put('text.json', 'Guten Tag'));
	await page.getByRole('button', { name: 'Prüfen' }).click();
	await page.getByText('Die Datei „text.json“ lässt sich nicht lesen.').waitFor();
	expect(asked).toEqual([]);
});

test('the page goes on working as a saved file, and cannot send anything even if it wanted to', async ({ open }) => {
	const from = await open();
	await from.goto('/pruefen');
	const [download] = await Promise.all([from.waitForEvent('download'), from.getByRole('link', { name: 'Diese Seite speichern' }).click()]);
	const saved = join(dir, 'pruefen.html');
	await download.saveAs(saved);
	expect(readFileSync(saved, 'utf8')).not.toMatch(/(src|href)="\/(?!pruefen")/);
	const page = await open();
	await page.context().setOffline(true);
	await page.goto(pathToFileURL(saved).href);
	const said = await verify(page, { Akte: put('akte.json', await (await record()).json()) });
	expect(said).toMatch(/^Die Akte ist unversehrt\./);
	await page.context().setOffline(false);
	const sent = await page.evaluate(
		(url) =>
			fetch(url).then(
				() => 'gesendet',
				() => 'verboten'
			),
		inject('baseUrl')
	);
	expect(sent).toBe('verboten');
});

test('the policy of the page names its one script and nothing else', async () => {
	const { headers } = await fetch(`${inject('baseUrl')}/pruefen`);
	const policy = headers.get('content-security-policy') ?? '';
	expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; /);
	expect(policy).not.toMatch(/unsafe|connect-src|https?:/);
	expect(policy).toContain("frame-ancestors 'none'");
});

test('every page about records reads well at every width, in both themes', async ({ open }) => {
	const page = await open();
	const pages = [`/verfahren/${stage.slug}/akte`, '/verfahren/tageskoepfe'];
	await expectAllToReadWell(page, pages);
	await page.setViewportSize({ width: 320, height: 700 });
	for (const path of pages) {
		await page.goto(path);
		await expectReflow(page);
	}
	await page.goto('/pruefen');
	await verify(page, { Akte: put('akte.json', await (await record()).json()) });
	await expectReflow(page);
	await expectToReadWell(page);
});
