import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { stringify } from 'csv-stringify/sync';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { Refusal } from '#lib/refusal.ts';
import { openTable } from './open-table.ts';

const read = async (bytes: Uint8Array) => {
	const table = await openTable(bytes);
	const rows: string[][] = [];
	for await (const row of table.rows()) rows.push(row.cells);
	return { ...table, rows };
};
const refusal = (bytes: Uint8Array) =>
	read(bytes).then(
		() => null,
		(error: unknown) => (error instanceof Refusal ? error.code : error)
	);
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const list = 'Straße;Ort;Fläche\r\nMühlenweg 3;Angermünde;12,5\r\n';
const rows = [
	['Straße', 'Ort', 'Fläche'],
	['Mühlenweg 3', 'Angermünde', '12,5']
];

test.for([
	['UTF-8', utf8(list), 'utf-8'],
	['UTF-8 with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(list)]), 'utf-8'],
	['Windows-1252', Buffer.from(list, 'latin1'), 'windows-1252'],
	['UTF-16 little endian with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(list)]), 'utf-16le'],
	['UTF-16 big endian with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(list).swap16()]), 'utf-16be'],
	['UTF-16 without a mark', utf16(list), 'utf-16le']
] as const)('%s is read as people wrote it', async ([, bytes, encoding]) => {
	expect(await read(bytes)).toMatchObject({ encoding, rows });
});

test.for([
	['semicolon beside decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
	['comma', 'a,b,c\n1,2,3\n4,5,6\n', ','],
	['comma with quoted decimal commas', 'name,x,y\nA,"9,43","54,78"\nB,"10,1","54,3"\n', ','],
	['tab', 'a\tb\n1,5\t2\n', '\t'],
	['bar', 'a|b|c\nx|y|z\n', '|'],
	['a semicolon inside quotes among commas', 'a,b\n"x;y;z",2\n"u;v",3\n', ',']
] as const)('the delimiter is found: %s', async ([, text, delimiter]) => {
	expect(await read(utf8(text))).toMatchObject({ delimiter });
});

const cells = [
	['Straße', 'PLZ', 'Fläche', 'seit', 'leer'],
	['Mühlenweg 3', '01234', 1.234, new Date(Date.UTC(2019, 4, 1)), true],
	['=1+1', '16278', 80, null, false]
];

test.for(['xlsx', 'ods'] as const)(
	'a workbook (%s) keeps leading zeros, umlauts, decimals and dates; a written formula stays text',
	async (kind) => {
		const bytes = await (kind === 'xlsx' ? writeXlsx : writeOds)({ sheets: [{ name: 'Liste', rows: cells }] });
		expect(await read(bytes)).toMatchObject({
			kind,
			rows: [
				['Straße', 'PLZ', 'Fläche', 'seit', 'leer'],
				['Mühlenweg 3', '01234', '1,234', '2019-05-01', 'ja'],
				['=1+1', '16278', '80', expect.anything(), 'nein']
			]
		});
	}
);

/** A zip with one deflated part that says it is small. */
function zipOf(name: string, content: Uint8Array, declared = content.length): Uint8Array {
	const packed = deflateRawSync(content);
	const local = Buffer.alloc(30);
	local.writeUInt32LE(0x04034b50, 0);
	local.writeUInt16LE(8, 8);
	local.writeUInt32LE(packed.length, 18);
	local.writeUInt32LE(declared, 22);
	local.writeUInt16LE(name.length, 26);
	const central = Buffer.alloc(46);
	central.writeUInt32LE(0x02014b50, 0);
	central.writeUInt16LE(8, 10);
	central.writeUInt32LE(packed.length, 20);
	central.writeUInt32LE(declared, 24);
	central.writeUInt16LE(name.length, 28);
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 8);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(46 + name.length, 12);
	end.writeUInt32LE(30 + name.length + packed.length, 16);
	return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

/** Letters that hardly pack. */
const noise = (length: number) =>
	Array.from({ length: length / 8 }, (_, i) => ((i * 2654435761) >>> 0).toString(36).padStart(8, 'x')).join('');

const odsOf = (rows: string) => zipOf('content.xml', utf8(`<table:table table:name="A">${rows}</table:table>`));

test.for([
	['an empty file', new Uint8Array(), 'empty'],
	['a file of blanks', utf8(' \r\n\r\n '), 'empty'],
	['a PDF with another name', utf8('%PDF-1.7\n…'), 'pdf'],
	['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'old-excel'],
	['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]), 'picture'],
	['a web page', utf8('<!DOCTYPE html><table><tr><td>x'), 'markup'],
	['JSON', utf8('{ "version": 0.6 }'), 'not-a-table'],
	['a calendar', utf8('BEGIN:VCALENDAR\r\nEND:VCALENDAR'), 'not-a-table'],
	['bytes of a program', Buffer.from(Array.from({ length: 900 }, (_, i) => (i % 3 ? 200 - (i % 50) : 0))), 'binary'],
	['a zip that is no workbook', zipOf('bild.txt', utf8('x')), 'archive'],
	['a broken workbook', Buffer.from('PK\u0003\u0004 and nothing else'), 'broken-workbook'],
	['a zip bomb', zipOf('content.xml', Buffer.alloc(90 * 1024 * 1024, '<a/>')), 'too-large-unpacked'],
	['a zip bomb that lies about its size', zipOf('content.xml', Buffer.alloc(90 * 1024 * 1024, '<a/>'), 100), 'too-large-unpacked'],
	[
		'a workbook of one row a million times',
		odsOf(
			'<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
		),
		'too-large-unpacked'
	],
	[
		'a workbook of one row of bare text a million times',
		odsOf(
			'<table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>'
		),
		'too-large-unpacked'
	],
	[
		'a workbook of blank cells without end',
		odsOf(
			`<table:table-row>${'<table:table-cell table:number-columns-repeated="16384"/>'.repeat(1000)}<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>`
		),
		'too-many-columns'
	],
	[
		'a cell without end',
		zipOf(
			'content.xml',
			utf8(
				`<table:table><table:table-row><table:table-cell><text:p>${noise(3_000_000)}</text:p></table:table-cell></table:table-row></table:table>`
			)
		),
		'record-too-long'
	],
	['two million columns', utf8(`${'a;'.repeat(2_000_000)}\n`), 'record-too-long'],
	['a thousand columns', utf8(`${'a;'.repeat(1000)}\n`), 'too-many-columns'],
	['a cell of a megabyte', utf8(`a;b\n"${'x'.repeat(1_200_000)}";1\n`), 'record-too-long'],
	['a quote that is never closed', utf8(`a;b\n"x;1\n${'y;2\n'.repeat(300_000)}`), 'record-too-long']
] as const)('%s is refused with its own sentence', async ([, bytes, code]) => {
	expect(await refusal(bytes)).toBe(code);
});

test('whatever bytes come, the answer is rows or a refusal, never a crash', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
			const answer = await refusal(bytes);
			expect(answer === null || typeof answer === 'string').toBe(true);
		}),
		{ numRuns: 300 }
	);
});

test('no row and no cell is lost between writing and reading', async () => {
	const cell = fc.string({ maxLength: 12, unit: fc.constantFrom(...'abcäÖ ;,"\n|\t12.'.split('')) });
	const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 12 });
	await fc.assert(
		fc.asyncProperty(table, fc.constantFrom(';', '\t', ','), async (body, delimiter) => {
			const all = [['Straße', 'Ort', 'Zustand'], ...body];
			const text = stringify(all, { delimiter, quoted: true });
			expect((await read(utf8(text))).rows).toEqual(all);
		}),
		{ numRuns: 150 }
	);
});

test('entities that multiply each other are left as they are written', async () => {
	const sheet =
		'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>' +
		'<table:table table:name="A"><table:table-row><table:table-cell><text:p>&c;</text:p></table:table-cell></table:table-row></table:table>';
	const { rows: read1 } = await read(zipOf('content.xml', utf8(sheet)));
	expect(read1.flat().join('').length).toBeLessThan(20);
});

test('one long text that a small workbook names again and again is refused before it fills the house', async () => {
	const long = 'x'.repeat(30_000);
	const bytes = await writeXlsx({
		sheets: [{ name: 'A', rows: Array.from({ length: 400 }, () => Array.from({ length: 40 }, () => long)) }]
	});
	expect(await refusal(bytes)).toMatch(/^(record-too-long|too-large-unpacked)$/);
});

test('a long sheet of an ODS file is read in pieces, blank lines between counted as the spreadsheet program does', async () => {
	const rows = Array.from({ length: 9000 }, (_, i) => (i % 1000 === 500 ? [null, null] : [`Weg ${i}`, i]));
	const bytes = await writeOds({
		sheets: [
			{ name: 'A', rows: [['B']] },
			{ name: 'L & M', rows }
		]
	});
	const table = await openTable(bytes);
	expect(table.sheets).toEqual([
		{ index: 0, name: 'A' },
		{ index: 1, name: 'L & M' }
	]);
	const lines: [number, string][] = [];
	for await (const { line, cells } of table.rows(1)) if (cells.length) lines.push([line, cells[0] ?? '']);
	expect(lines).toHaveLength(rows.filter(([a]) => a !== null).length);
	expect(lines.every(([line, text]) => text === `Weg ${line - 1}`)).toBe(true);
});
