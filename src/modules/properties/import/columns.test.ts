import { expect, test } from 'vitest';
import { guessColumns, letters } from './columns.ts';
import { findLayout, headerSignature, lineKind } from './layout.ts';

const sheet = (...rows: string[][]) => rows.map((cells, i) => ({ line: i + 1, cells }));
const guess = (header: string[], ...rows: string[][]) =>
	Object.fromEntries(guessColumns(findLayout(sheet(header, ...rows)), rows).map((c) => [c.name, c.field]));

test('the header is found below a title, with its units line under it', () => {
	const layout = findLayout(
		sheet(
			['Leerstandsliste der Stadt', '', ''],
			['', '', ''],
			['Straße', 'Hausnr.', 'Nutzfläche'],
			['', '', 'm²'],
			['Markt', '3', '80,5'],
			['Lindenallee', '12', '410']
		)
	);
	expect(layout).toMatchObject({ headerLines: [3], unitsLine: 4, names: ['Straße', 'Hausnr.', 'Nutzfläche'] });
	expect(layout.units[2]).toBe('m²');
});

test.for([
	[['', '', '', ''], 'blank'],
	[['Summe', '', '', '1.250'], 'sum'],
	[['Ortsteil Bruchhagen', '', '', ''], 'section'],
	[['Stand: 11/2026', '', '', ''], 'footer'],
	[['Straße', 'Hausnr.', 'PLZ', 'Nutzfläche'], 'header'],
	[['Markt', '3', '16278', '80'], null],
	[['Gesamtschule', 'Markt 4', '16278', '900'], null]
] as const)('%j below the header is %s', ([cells, kind]) => {
	const layout = findLayout(sheet(['Straße', 'Hausnr.', 'PLZ', 'Nutzfläche'], ['Markt', '3', '16278', '80']));
	expect(lineKind([...cells], layout)).toBe(kind);
});

test('columns go by name, and by content where the name says nothing', () => {
	expect(
		guess(
			['Objekt-Nr.', 'PLZ', 'Spalte X', 'Breite', 'Länge'],
			['A-1', '16278', 'Hauptstraße 12', '53,0152', '13,9991'],
			['A-2', '16278', 'Am Markt 3', '53,0161', '13,9987']
		)
	).toMatchObject({ 'Objekt-Nr.': 'externalId', PLZ: 'postalCode', 'Spalte X': 'address', Breite: 'lat', Länge: 'lon' });
});

test('a name that its cells contradict is not believed', () => {
	expect(guess(['Straße', 'Breite'], ['Markt 3', 'schmal'], ['Markt 4', 'breit']).Breite).not.toBe('lat');
	const links = ['https://a.example/1', 'https://a.example/2'];
	expect(guess(['Straße', 'ID'], ['Markt 3', links[0]!], ['Markt 4', links[1]!]).ID).not.toBe('externalId');
});

test('columns about persons are left out unless somebody chooses them', () => {
	const found = guess(['Straße', 'Eigentümer', 'Telefon'], ['Markt 3', 'Erika Mustermann', '03331 1234']);
	expect(found).toMatchObject({ Eigentümer: 'ignore', Telefon: 'ignore' });
});

test('no field is given to two columns', () => {
	const columns = Object.values(guess(['Straße', 'Strasse', 'Str.'], ['Markt 3', 'Markt 4', 'Markt 5']));
	expect(columns.filter((field) => field === 'street')).toHaveLength(1);
});

test('the same header is recognised again in other letters; columns are named as in a spreadsheet', () => {
	expect(headerSignature(['STRASSE', 'Hausnr.'])).toBe(headerSignature(['Straße', 'hausnr']));
	expect([0, 25, 26, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
