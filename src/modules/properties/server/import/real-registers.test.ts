import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { folderStore } from '#lib/server/store.ts';
import { angermuende } from '#testing/cast.ts';
import { expect, test } from '#testing/world.ts';
import type { PublicReport } from '../../import/import.ts';
import { importList } from './import-list.ts';

/** Real registers of other towns and countries lie outside the project; where they are absent these tests are skipped and say so. */
const folder = ['../shared/data/registers', '../../shared/data/registers'].map((f) => resolve(f)).find((f) => existsSync(f));
const temporary = mkdtempSync(join(tmpdir(), 'gr-registers-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

type Lesson = { file: string; teaches: string; rows: number; created: number; codes: string[]; fields: Record<string, string> };

const lessons: Lesson[] = [
	{
		file: 'uk/new-forest_brownfield_cp1252.csv',
		teaches: 'Windows-1252 with Y before X: the columns go by name, and points in England are outside',
		rows: 56,
		created: 0,
		codes: ['coordinates-outside'],
		fields: { GeoY: 'lat', GeoX: 'lon', SiteReference: 'externalId', SiteNameAddress: 'address', Hectares: 'plotAreaM2' }
	},
	{
		file: 'uk/exeter_brownfield_dotted-dates.csv',
		teaches: 'no id column, and "Latitude: … Longitude: …" in one cell is read as a point',
		rows: 28,
		created: 0,
		codes: ['coordinates-outside'],
		fields: { 'Coordinates (Latitude & Longitude)': 'point', 'Site Name Address': 'address' }
	},
	{
		file: 'uk/fylde_brownfield_raw-multiline-header.csv',
		teaches: 'a header over several lines below a title, a filler text in every empty cell, and areas with the next cell behind them',
		rows: 55,
		created: 0,
		codes: [],
		fields: { number: 'externalId', '(b) name and address': 'address', easting: 'lon', northing: 'lat' }
	},
	{
		file: 'uk/fylde_brownfield_clean.csv',
		teaches: 'the British grid is recognised and said not to be understood',
		rows: 47,
		created: 0,
		codes: ['coordinates-not-understood'],
		fields: { CoordinateSystem: 'system', GeoX: 'lon', GeoY: 'lat' }
	},
	{
		file: 'uk/opdc_brownfield_wkt-point.csv',
		teaches: 'kebab-case headers and WKT points',
		rows: 38,
		created: 0,
		codes: ['coordinates-outside'],
		fields: { point: 'point', 'site-address': 'address', site: 'externalId' }
	},
	{
		file: 'uk/preston_brownfield.csv',
		teaches: 'shortened headers and rows whose cells slipped: each has its own reason',
		rows: 58,
		created: 0,
		codes: ['coordinates-outside'],
		fields: { 'Site Reference': 'externalId', GeoX: 'lon', GeoY: 'lat' }
	},
	{
		file: 'uk/worcester_brownfield_swapped-xy.csv',
		teaches: 'X and Y swapped: outside Germany either way, so nothing is bent to fit',
		rows: 37,
		created: 0,
		codes: ['coordinates-outside'],
		fields: { GeoX: 'lon', GeoY: 'lat', 'Site Reference': 'externalId' }
	},
	{
		file: 'us/st-louis_vacant_stlvac-only.csv',
		teaches: 'addresses only, their number in front and no place: which town they are in is not guessed, every row is refused',
		rows: 684,
		created: 0,
		codes: ['address-missing'],
		fields: { HANDLE: 'externalId', c_address: 'address', c_lra: 'isMunicipal' }
	},
	{
		file: 'fr/cnig_friches_example.csv',
		teaches: 'the French exchange format: 51 columns, and a place that is not this town',
		rows: 1,
		created: 0,
		codes: ['address-elsewhere'],
		fields: { site_id: 'externalId', site_nom: 'title', geompoint: 'point', bati_etat: 'condition', comm_nom: 'city' }
	},
	{
		file: 'de/destatis_auszuggv_2020_utf8-bom_first5000.csv',
		teaches: 'UTF-8 with a mark, hierarchical rows and " 90 164": other municipalities are refused by name',
		rows: 5000,
		created: 0,
		codes: ['address-elsewhere'],
		fields: { postleitzahl: 'postalCode', laengengrad: 'lon', breitengrad: 'lat', gemeindename: 'title' }
	}
];

const mapped = (report: PublicReport) => Object.fromEntries(report.mapping.map((m) => [m.column, m.field]));

test.skipIf(!folder).for(lessons)('$file teaches: $teaches', async ({ file, rows, created, codes, fields }, { as }) => {
	const bytes = readFileSync(join(folder ?? '', file));
	const report = await importList(as('ines'), { store: folderStore(temporary), ags: angermuende, fileName: file, bytes, dryRun: true });
	const { created: made, updated, unchanged, rejected } = report;
	expect(made + updated + unchanged + rejected).toBe(report.rows);
	expect(mapped(report)).toMatchObject(fields);
	expect(report.rows + report.skipped).toBeGreaterThanOrEqual(rows);
	expect(report.rows).toBeGreaterThanOrEqual(Math.min(rows, 50) * 0.9);
	expect(made).toBeGreaterThanOrEqual(created);
	if (created === 0) expect(made).toBe(0);
	const refusedWith = new Set(report.problems.filter((p) => p.level === 'rejected').map((p) => p.code));
	for (const code of codes) expect(refusedWith).toContain(code);
	expect(report.problems.every((p) => p.message.length > 20 && /[.!)]$/.test(p.message))).toBe(true);
});

const others = folder ? globSync('**/*.{json,ics}', { cwd: folder }) : [];

test.skipIf(!others.length).for(others)('%s is no table and is refused with a sentence', async (file, { as }) => {
	const bytes = readFileSync(join(folder ?? '', file));
	await expect(
		importList(as('ines'), { store: folderStore(temporary), ags: angermuende, fileName: file, bytes, dryRun: true })
	).rejects.toMatchObject({ status: 422, code: 'not-a-table' });
});

test.skipIf(Boolean(folder))('the real registers are not here: their lessons are skipped', () => {
	expect(folder).toBeUndefined();
});
