import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { exportSpaces } from './server/export-spaces.ts';
import { formats, type FormatName } from './space-files.ts';

const base = 'https://raum.example';
const written = async (ctx: Ctx, format: FormatName, filter = {}) =>
	Buffer.concat(await Array.fromAsync(formats[format].write(exportSpaces(ctx, filter), base)));

test('the list opens in a German spreadsheet: BOM, semicolons, decimal commas, umlauts', async ({ db, as }) => {
	const { slug } = await plantSpace(db, { title: 'Bäckerei; "Müller"', areaMaxM2: 80.5 });
	const bytes = await written(as(null), 'csv');
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const rows = parse(bytes, { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
	const row = rows.find(({ Titel }) => Titel === 'Bäckerei; "Müller"');
	expect(row).toMatchObject({ 'Adresse im Netz': `${base}/raeume/${slug}`, 'Fläche bis m²': '80,5', Gemeinde: 'Angermünde' });
});

test('a title that would be a formula is only a text', async ({ db, as }) => {
	for (const title of ['=HYPERLINK("http://evil.example")', '+49 30', '-2+3', '@SUM(A1)', '\t=1']) await plantSpace(db, { title });
	const rows = parse(await written(as(null), 'csv'), { bom: true, delimiter: ';', columns: true }) as Record<string, string>[];
	for (const { Titel = '' } of rows) expect(Titel).not.toMatch(/^[=+\-@\t\r]/);
	expect(rows.map(({ Titel }) => Titel)).toContain('\'=HYPERLINK("http://evil.example")');
});

test('the workbook holds the same rows, with numbers as numbers', async ({ db, as }) => {
	await plantSpace(db, { title: 'Gasthof', areaMaxM2: 240 });
	const { sheets } = await readXlsx(await written(as(null), 'xlsx'));
	const [head, ...rows] = sheets[0]?.rows ?? [];
	const gasthof = rows.find((row) => row[1] === 'Gasthof');
	expect(gasthof?.[head?.indexOf('Fläche bis m²') ?? -1]).toBe(240);
});

test('GeoJSON has points where the place is public, and none where it is hidden', async ({ db, as }) => {
	await plantSpace(db, { title: 'offen', lat: 53.0, lon: 14.0 });
	await plantSpace(db, { title: 'verdeckt', lat: null, lon: null, precision: 'hidden' });
	const { features } = JSON.parse((await written(as(null), 'geojson')).toString()) as {
		features: { geometry: { coordinates: number[] } | null; properties: { title: string } }[];
	};
	expect(features.find((f) => f.properties.title === 'offen')?.geometry?.coordinates).toEqual([14, 53]);
	expect(features.find((f) => f.properties.title === 'verdeckt')?.geometry).toBeNull();
});

test('the list of another municipality has none of ours', async ({ db, as }) => {
	await plantSpace(db, { title: 'Gasthof' });
	expect((await written(as(null), 'csv', { ags: '12062224' })).toString()).not.toContain('Gasthof');
});
