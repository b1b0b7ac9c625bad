import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { inlineTexts } from './inline-texts.ts';
import { openTable } from './open-table.ts';
import { zipOf } from './zip-parts.ts';

const rowsOf = async (bytes: Uint8Array): Promise<string[][]> => {
	const rows: string[][] = [];
	for await (const { cells } of (await openTable(bytes)).rows()) rows.push(cells);
	return rows;
};

test('a workbook with many texts says cell by cell what was written, in little memory', async () => {
	const odd = ['a & b <c> "d"', ' mit Rand ', 'Zeile\nZwei', 'Straße Łódź 🏚', '', '007'];
	const rows = Array.from({ length: 25_000 }, (_, i) => [
		`Haus ${i}`,
		odd[i % odd.length] ?? '',
		i % 100,
		`Eine Bemerkung, die nur einmal vorkommt: ${i}`
	]);
	const bytes = await writeXlsx({ sheets: [{ name: 'Liste', rows }] });
	expect(await inlineTexts(bytes)).not.toBe(bytes);
	const before = process.memoryUsage().heapUsed;
	const read = await rowsOf(bytes);
	expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 2 ** 20);
	expect(read).toHaveLength(rows.length);
	const differing = read.flatMap((cells, i) => {
		const written = rows[i]?.map(String) ?? [];
		return cells.join('|') === written.join('|') ? [] : [[cells, written]];
	});
	expect(differing.slice(0, 3)).toEqual([]);
});

test('formatted runs are one text, readings are left out, and a file may name its elements as it likes', async () => {
	const filler = Array.from({ length: 30_000 }, (_, i) => `<x:si><x:t>Füllung ${i} ${'x'.repeat(30)}</x:t></x:si>`).join('');
	const texts = `<x:si><x:r><x:rPr><x:b/></x:rPr><x:t>Alter </x:t></x:r><x:r><x:t xml:space="preserve">Bahnhof</x:t></x:r><x:rPh sb="0" eb="1"><x:t>nie</x:t></x:rPh></x:si><x:si/><x:si><x:t/></x:si>`;
	const cells = ['0', '1', '2', '3'].map((n, i) => `<x:c r="${'ABCD'[i]}1" s="0" t='s'><x:v>${n}</x:v></x:c>`).join('');
	const xml = (body: string) => `<?xml version="1.0"?>${body}`;
	const main = 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
	const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
	const link = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${target}"/>`;
	const links = (body: string) =>
		xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${body}</Relationships>`);
	const book = zipOf({
		'[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
		'_rels/.rels': links(link('r1', 'officeDocument', 'xl/workbook.xml')),
		'xl/workbook.xml': xml(
			`<x:workbook ${main} xmlns:r="${kinds}"><x:sheets><x:sheet name="A" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`
		),
		'xl/_rels/workbook.xml.rels': links(
			link('r1', 'worksheet', 'worksheets/sheet1.xml') + link('r2', 'sharedStrings', 'sharedStrings.xml')
		),
		'xl/worksheets/sheet1.xml': xml(`<x:worksheet ${main}><x:sheetData><x:row r="1">${cells}</x:row></x:sheetData></x:worksheet>`),
		'xl/sharedStrings.xml': xml(`<x:sst ${main}>${texts}${filler}</x:sst>`)
	});
	expect(await rowsOf(book)).toEqual([['Alter Bahnhof', '', '', `Füllung 0 ${'x'.repeat(30)}`]]);
});

test('a workbook with few texts is left as it is', async () => {
	const bytes = await writeXlsx({ sheets: [{ name: 'Liste', rows: [['Straße'], ['Mühlenweg 3']] }] });
	expect(await inlineTexts(bytes)).toBe(bytes);
});
