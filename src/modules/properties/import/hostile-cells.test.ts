import { expect, test } from 'vitest';
import { fields, type Column, type FieldId } from './fields.ts';
import { readRow } from './read-row.ts';
import { understand } from './understand.ts';
import type { Town } from './town.ts';

const town: Town = {
	ags: '12073008',
	name: 'Angermünde',
	lat: 53,
	lon: 14,
	places: new Map(),
	postalCodes: new Map(),
	postalCodesElsewhere: new Map(),
	rings: []
};
/** Texts in which a careless search walks to the end from every letter; the worst once took half a minute at 2,000 letters. */
const hostile = ['a ', '1 ', '1.', 'a'.padEnd(400), 'str.', 'a,', '1°1', 'ca. ', 'OT ', '1-', '(', '€', 'utm'].map((piece) =>
	piece.repeat(120_000 / piece.length)
);

test.for(Object.keys(fields) as FieldId[])(
	'cells of 120,000 letters without sense in "%s" are read at once, and never as something',
	{ timeout: 5000 },
	(field) => {
		const column: Column = { index: 0, name: 'Spalte', field, confidence: 1, why: '', samples: [] };
		for (const text of hostile) {
			const { problems } = readRow([`${text}b`], { columns: [column], town });
			expect(problems.every(({ message }) => message.length < 500)).toBe(true);
		}
	}
);

test('such cells in the first lines do not hold up the guess', async () => {
	const head = 'Nr;Straße;PLZ;Ort;Koordinaten;Objektart;Nutzfläche;Leer seit;Kaufpreis';
	const rows = hostile
		.map((text) => text.slice(0, 20_000))
		.map((text) => `1;${text};16278;${text};${text};${text};${text};${text};${text}`);
	const understood = await understand(new TextEncoder().encode([head, ...rows.filter((r) => !r.includes(','))].join('\n')));
	expect(understood.columns.length).toBeGreaterThan(5);
}, 10_000);
