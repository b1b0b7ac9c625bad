import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll } from 'vitest';
import { folderStore } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { angermuende, cast } from '#testing/cast.ts';
import { worstList, worstRows } from '#testing/worst-list.ts';
import { expect, test } from '#testing/world.ts';
import { projectSpaces } from '../project-space.ts';
import { importRows } from '../import-tables.ts';
import { properties, spaces } from '../tables.ts';
import { applyImport } from './apply-import.ts';
import { chooseColumns } from './choose-columns.ts';
import { chooseSheet } from './choose-sheet.ts';
import { townAssumedText } from '../../import/import.ts';
import { exportMendFile } from './export-mend-file.ts';
import { findImport } from './find-import.ts';
import { runImportApply } from './run-import-apply.ts';
import { runImportCheck } from './run-import-check.ts';
import { startImport } from './start-import.ts';
import { summariseImport } from './summarise-import.ts';
import { runImportUndo } from './run-import-undo.ts';
import { undoImport } from './undo-import.ts';

const folder = mkdtempSync(join(tmpdir(), 'gr-import-'));
const store = folderStore(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function check(ctx: Ctx, bytes: Uint8Array, chosen: Record<string, string> = {}) {
	const { id } = await startImport(ctx, { store, ags: angermuende, fileName: 'Leerstand.csv', bytes });
	await chooseColumns(ctx, { id, chosen, byJob: false });
	await runImportCheck(ctx, { store, id });
	return summariseImport(ctx, id);
}
async function apply(ctx: Ctx, id: string) {
	await applyImport(ctx, { id, byJob: false });
	await runImportApply(ctx, { id, personId: ctx.actor?.id ?? null });
	return summariseImport(ctx, id);
}
const take = async (ctx: Ctx, bytes: Uint8Array) => apply(ctx, (await check(ctx, bytes)).id);
const all = (ctx: Ctx) => ctx.db.select().from(properties).orderBy(asc(properties.externalId));
const csv = (...lines: string[]) => new TextEncoder().encode(lines.join('\n'));
const codes = (report: { problems: { row: number; code: string; level: string }[] }) =>
	report.problems.filter((p) => p.level === 'rejected').map((p) => `${p.row} ${p.code}`);

test('the worst list: every line is accounted for, and every refusal says why', async ({ as }) => {
	const report = await check(as('ines'), worstList());
	expect(report).toMatchObject({ state: 'checked', rows: 9, created: 6, updated: 0, unchanged: 0, rejected: 3, skipped: 9 });
	expect(report.lines).toEqual({ title: 2, blank: 2, sum: 2, section: 1, header: 1, footer: 1 });
	expect(codes(report)).toEqual(['13 address-missing', '15 duplicate-row', '16 address-elsewhere']);
	expect(report.problems.find((p) => p.row === 15)?.message).toContain('Zeile 8');
	expect(report.problems.find((p) => p.row === 16)?.message).toContain('Templin');
	expect(await all(as('ines'))).toEqual([]);
});

test('the worst list, taken over: what is understood is there, what is not stays unknown and is kept in its words', async ({ as }) => {
	const ctx = as('ines');
	await take(ctx, worstList());
	const [inn, shop, school, barn, house, odd] = await all(ctx);
	expect(inn).toMatchObject({
		title: 'Gasthof „Zur Linde“',
		street: 'Markt',
		houseNumber: '3',
		propertyType: 'inn',
		condition: 'refurbishment_needed',
		usableAreaM2: 380.5,
		plotAreaM2: 1200,
		vacantSince: '2014-01-01',
		vacantSincePrecision: 'year',
		offerModes: ['heritable_building_right'],
		lat: 53.0152,
		lon: 13.9991,
		locationSource: 'import',
		publicationState: 'internal',
		source: 'import',
		reference: 'ANG-2026-0001'
	});
	expect(shop).toMatchObject({
		houseNumber: '12 a',
		usableAreaM2: 85,
		areaBasis: 'estimated',
		lat: 53.015,
		lon: 13.9991,
		vacantSince: '2021-03-01'
	});
	expect(school).toMatchObject({
		usableAreaM2: 1234,
		condition: 'dilapidated',
		summary: '=HYPERLINK("http://boese.example")',
		locationSource: 'gazetteer'
	});
	expect(barn).toMatchObject({
		district: 'Greiffenberg',
		propertyType: 'barn_stable',
		condition: 'major_refurbishment',
		usableAreaM2: 120,
		details: { other: { 'Nutzfl.': '80-120 m²' } }
	});
	expect(house).toMatchObject({ vacantSince: '2019-11-22', locationSource: 'gazetteer' });
	expect(odd).toMatchObject({ propertyType: 'unknown', condition: 'unknown', usableAreaM2: null, vacantSince: null, offerModes: [] });
	expect(Object.values(odd?.details.other ?? {})).toEqual(expect.arrayContaining(['Raumschiff', 'geht so', 'groß', '4/3/19', 'mal sehen']));
});

test.for(['xlsx', 'ods'] as const)('the same list as %s says the same', async (kind, { as }) => {
	const rows = worstRows.map((row) => row.map((cell) => (cell === '' ? null : cell)));
	const bytes = await (kind === 'xlsx' ? writeXlsx : writeOds)({ sheets: [{ name: 'Liste', rows }] });
	expect(await check(as('ines'), bytes)).toMatchObject({ rows: 9, created: 6, rejected: 3 });
});

test('the same file twice changes nothing', async ({ as }) => {
	const ctx = as('ines');
	await take(ctx, worstList());
	const before = await all(ctx);
	const again = await check(ctx, worstList());
	expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 6, rejected: 3 });
	await expect(applyImport(ctx, { id: again.id, byJob: false })).rejects.toMatchObject({ code: 'nothing-to-apply' });
	expect(await all(ctx)).toEqual(before);
});

test('a changed file shows the difference field by field, and only that is written', async ({ as, db }) => {
	const ctx = as('ines');
	await take(ctx, worstList());
	const changed = worstRows.map((row) => row.map((cell) => (cell === '380,5' ? '400' : cell === 'gut' ? 'Ruine' : cell)));
	const report = await check(ctx, worstList(changed));
	expect(report).toMatchObject({ updated: 2, unchanged: 4 });
	const rows = await db.select().from(importRows).where(eq(importRows.importId, report.id)).orderBy(asc(importRows.rowNumber));
	const changes = rows
		.filter((r) => r.outcome === 'updated')
		.map((r) => Object.fromEntries(Object.entries(r.changes ?? {}).filter(([k]) => k !== '_provenance')));
	expect(changes).toEqual([
		{ usable_area_m2: { before: 380.5, after: 400 } },
		{ condition: { before: 'ready_to_use', after: 'dilapidated' } }
	]);
	await apply(ctx, report.id);
	const [inn, shop] = await all(ctx);
	expect(inn).toMatchObject({ usableAreaM2: 400, version: 2, title: 'Gasthof „Zur Linde“', confirmedBy: 'import' });
	expect(shop).toMatchObject({ condition: 'dilapidated', usableAreaM2: 85 });
});

test('a house edited between check and applying is left alone and said so; another field of it may change', async ({ as, db }) => {
	const ctx = as('ines');
	await take(ctx, worstList());
	const changed = worstRows.map((row) => row.map((cell) => (cell === '380,5' ? '400' : cell === 'gut' ? 'Ruine' : cell)));
	const { id } = await check(ctx, worstList(changed));
	await db.update(properties).set({ usableAreaM2: 999 }).where(eq(properties.externalId, 'A-1'));
	await db.update(properties).set({ summary: 'von Hand' }).where(eq(properties.externalId, 'A-2'));
	const report = await apply(ctx, id);
	expect(report).toMatchObject({ updated: 1, rejected: 4 });
	expect(codes(report)).toContain('7 changed-meanwhile');
	expect((await all(ctx)).slice(0, 2)).toMatchObject([{ usableAreaM2: 999 }, { summary: 'von Hand', condition: 'dilapidated' }]);
});

test('of two who take over the same list the second creates nothing twice', async ({ as }) => {
	const ctx = as('ines');
	const first = await check(ctx, worstList());
	const second = await check(as('renate'), worstList());
	await apply(ctx, first.id);
	expect(await apply(as('renate'), second.id)).toMatchObject({ created: 0, rejected: 9 });
	expect((await all(ctx)).length).toBe(6);
});

test('undo takes away what came and sets back what changed, but not what somebody worked on since', async ({ as, db }) => {
	const ctx = as('ines');
	await take(ctx, worstList());
	const before = await all(ctx);
	const changed = [
		...worstRows.map((row) => row.map((cell) => (cell === '380,5' ? '400' : cell === 'gut' ? 'Ruine' : cell))),
		['A-9', 'Jägerstraße 1', '16278', 'Angermünde', '', 'Laden'],
		['A-10', 'Jägerstraße 2', '16278', 'Angermünde', '', 'Laden']
	];
	const { id } = await take(ctx, worstList(changed));
	await db.update(properties).set({ condition: 'gutted' }).where(eq(properties.externalId, 'A-2'));
	await db.update(properties).set({ version: 2, summary: 'besichtigt' }).where(eq(properties.externalId, 'A-9'));
	await undoImport(ctx, { id, byJob: false });
	const undo = await runImportUndo(ctx, { id, personId: cast.ines.id });
	expect(undo).toMatchObject({ removed: 1, restored: 1 });
	expect(undo?.kept.map((k) => k.reason)).toEqual([expect.stringContaining('weitergearbeitet'), expect.stringContaining('Bauzustand')]);
	const after = await all(ctx);
	expect(after.map((p) => p.externalId)).toEqual([...before.map((p) => p.externalId), 'A-9'].sort());
	expect(after.find((p) => p.externalId === 'A-1')).toMatchObject({ usableAreaM2: 380.5 });
	expect(after.find((p) => p.externalId === 'A-2')).toMatchObject({ condition: 'gutted' });
	await expect(undoImport(ctx, { id })).rejects.toMatchObject({ code: 'import-state' });
});

test('refused rows come back as a file to mend, and the mended file goes in', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await take(ctx, worstList());
	const pieces: string[] = [];
	for await (const piece of exportMendFile(ctx, id)) pieces.push(piece);
	const text = pieces.join('');
	expect(text.startsWith('\uFEFF')).toBe(true);
	expect(text.trim().split('\r\n').length).toBe(4);
	expect(text).toContain('Bitte ändern');
	const mended = new TextEncoder().encode(text.replace('A-5;;16278', 'A-5;Bahnhofsplatz 2;16278'));
	const report = await take(ctx, mended);
	expect(report).toMatchObject({ rows: 3, created: 1, rejected: 1 });
	expect((await all(ctx)).some((p) => p.street === 'Bahnhofsplatz')).toBe(true);
});

test('what begins like a formula is harmless in the file to mend', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await check(ctx, csv('Nr;Straße;PLZ;Ort;Bemerkung', '1;;16278;Angermünde;=1+cmd', '2;Markt 1;16278;Angermünde;-5'));
	let text = '';
	for await (const piece of exportMendFile(ctx, id)) text += piece;
	expect(text).toContain(`'=1+cmd`);
});

test('without an id the folded address is the key: "Straße" and "Str." are one house', async ({ as }) => {
	const ctx = as('ines');
	await take(ctx, csv('Straße;PLZ;Ort;Objektart', 'Lindenstraße 4a;16278;Angermünde;Wohnhaus'));
	expect(await check(ctx, csv('Straße;PLZ;Ort;Objektart', 'LINDENSTR. 4 A;16278;Angermünde;Wohnhaus'))).toMatchObject({
		created: 0,
		updated: 1
	});
	const twice = await check(ctx, csv('Straße;PLZ;Ort;Objektart', 'Am Ring 1;16278;Angermünde;Laden', 'Am Ring 1;16278;Angermünde;Laden'));
	expect(codes(twice)).toEqual(['3 duplicate-row']);
});

test('a row without place and postal code is taken for the town of the list, and the report says how many there are', async ({ as }) => {
	const list = csv(
		'Nr;Straße;Hausnr.;PLZ;Ort',
		'a;Markt;3;;',
		'b;Markt;4;16278;',
		'c;Markt;5;;Angermünde',
		'd;927 Tyler St;;;',
		'e;Markt;6;;'
	);
	const report = await check(as('ines'), list);
	expect(report).toMatchObject({ created: 4, rejected: 1, townAssumed: 2 });
	expect(codes(report)).toEqual(['5 address-missing']);
	expect(townAssumedText(report, 'Angermünde')).toContain('2 neue Objekte nennen weder Ort noch Postleitzahl; als Ort ist Angermünde');
});

test('an import never publishes, but a public face follows what the list says', async ({ as, db }) => {
	const ctx = as('ines');
	await take(ctx, worstList());
	expect(await db.select().from(spaces)).toEqual([]);
	const [inn] = await all(ctx);
	await db.update(properties).set({ publicationState: 'public', publishedAt: ctx.now }).where(eq(properties.id, inn!.id));
	await projectSpaces(ctx, [inn!.id]);
	await take(ctx, worstList(worstRows.map((row) => row.map((cell) => (cell === '380,5' ? '410' : cell)))));
	expect(await db.select().from(spaces)).toMatchObject([{ id: inn!.id, areaMaxM2: 410 }]);
});

test('what a person chose for a column is remembered for the municipality', async ({ as }) => {
	const ctx = as('ines');
	const list = csv('Nr;Straße;PLZ;Ort;Merkwürden', '1;Markt 1;16278;Angermünde;Kunterbunt');
	expect((await check(ctx, list)).mapping.at(-1)).toMatchObject({ field: 'other' });
	expect((await check(ctx, list, { '4': 'title' })).mapping.at(-1)).toMatchObject({ field: 'title', confidence: 1 });
	const { id } = await startImport(ctx, { store, ags: angermuende, fileName: 'a.csv', bytes: list });
	expect((await findImport(ctx, id)).mapping).toMatchObject({
		remembered: true,
		columns: expect.arrayContaining([expect.objectContaining({ field: 'title', why: 'wie beim letzten Mal' })])
	});
});

test('two columns for one field are refused with its name', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await startImport(ctx, {
		store,
		ags: angermuende,
		fileName: 'a.csv',
		bytes: csv('Nr;Straße;PLZ;A;B', '1;Markt 1;16278;x;y')
	});
	await expect(chooseColumns(ctx, { id, chosen: { '3': 'title', '4': 'title' }, byJob: false })).rejects.toMatchObject({
		code: 'field-twice'
	});
});

test('others neither see nor touch the lists of a municipality', async ({ as }) => {
	const { id } = await check(as('ines'), worstList());
	for (const who of ['friedrich', 'amira', 'oskar', null] as const) {
		await expect(findImport(as(who), id)).rejects.toMatchObject({ status: 404 });
		await expect(applyImport(as(who), { id })).rejects.toMatchObject({ status: 404 });
	}
	await expect(startImport(as('friedrich'), { store, ags: angermuende, fileName: 'a', bytes: worstList() })).rejects.toMatchObject({
		status: 403
	});
});

const sheets = (rows: string[][]) => [
	{ name: 'Deckblatt', rows: [['Stadt Angermünde'], ['Stand November 2026'], ['Bearbeitung Bauamt']] },
	{
		name: 'Preise & Kosten',
		rows: [
			['Posten', 'Betrag'],
			['Wasser', '12'],
			['Strom', '80'],
			['Heizung', '300'],
			['Müll', '20']
		]
	},
	{ name: 'Leerstand', rows }
];

test.for(['xlsx', 'ods'] as const)(
	'of several sheets (%s) the list of addresses is read, another one when it is asked for',
	async (kind, { as }) => {
		const ctx = as('ines');
		const bytes = await (kind === 'xlsx' ? writeXlsx : writeOds)({ sheets: sheets(worstRows) });
		const given = { store, ags: angermuende, fileName: `Mappe.${kind}`, bytes };
		const { id } = await startImport(ctx, given);
		const { layout } = await findImport(ctx, id);
		expect(layout?.sheets?.map((s) => s.name)).toEqual(['Deckblatt', 'Preise & Kosten', 'Leerstand']);
		expect(layout?.sheet).toBe(2);
		await chooseSheet(ctx, { store, id, sheet: 'Preise & Kosten' });
		expect(await findImport(ctx, id)).toMatchObject({ state: 'uploaded', layout: { sheet: 1, names: ['Posten', 'Betrag'] } });
		await chooseSheet(ctx, { store, id, sheet: '3' });
		await chooseColumns(ctx, { id, chosen: {}, byJob: false });
		await runImportCheck(ctx, { store, id });
		expect(await summariseImport(ctx, id)).toMatchObject({ rows: 9, created: 6, rejected: 3 });
		await expect(startImport(ctx, { ...given, sheet: 'Nirgends' })).rejects.toMatchObject({
			code: 'sheet-unknown',
			message: expect.stringContaining('„Leerstand“')
		});
	}
);

test('a guess is not remembered by looking at it, but by taking it over', async ({ as }) => {
	const ctx = as('ines');
	const list = csv('Nr;Straße;PLZ;Ort;Merkwürden', '1;Markt 1;16278;Angermünde;Kunterbunt');
	const remembered = async () =>
		(await findImport(ctx, (await startImport(ctx, { store, ags: angermuende, fileName: 'a.csv', bytes: list })).id)).mapping;
	const { id } = await check(ctx, list);
	expect(await remembered()).toMatchObject({ remembered: false });
	await check(ctx, list, { '1': 'street', '4': 'title' });
	const columns = (await remembered())?.columns.map(({ field, why }) => [field, why]);
	expect(columns?.[4]).toEqual(['title', 'wie beim letzten Mal']);
	expect(columns?.[1]?.[1]).not.toBe('wie beim letzten Mal');
	await apply(ctx, id);
	expect((await remembered())?.columns.every(({ why }) => why === 'wie beim letzten Mal')).toBe(true);
});
