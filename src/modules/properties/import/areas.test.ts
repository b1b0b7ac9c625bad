import { expect, test } from 'vitest';
import { readCell } from './read-cells.ts';
import type { Column } from './fields.ts';
import type { Town } from './town.ts';

const column: Column = {
	index: 0,
	name: 'Grundstück (ha)',
	field: 'plotAreaM2',
	unit: 'ha',
	numbers: 'point',
	confidence: 1,
	why: '',
	samples: []
};
const town = {} as Town;

test('a number in front of words that slipped into its cell is read where the header names the unit, and said so', () => {
	expect(readCell('0.426 Fylde Council', column, town)).toMatchObject({
		values: { plotAreaM2: 4260 },
		keep: true,
		notice: { code: 'number-with-words' }
	});
	expect(readCell('0.426', column, town)).toEqual({ values: { plotAreaM2: 4260 }, keep: false, notice: undefined });
});

test.for(['3 Zimmer', '2 Etagen', '12 Räume', 'Total site area is 6.2ha', '4 und 5 zusammen'])('"%s" is no area', (text) => {
	expect(readCell(text, column, town)).toMatchObject({ values: {}, keep: true, notice: { code: 'number-unreadable' } });
});

test('without a unit in the header a number with words is not guessed at', () => {
	expect(readCell('120 im Erdgeschoss', { ...column, unit: undefined }, town).values).toEqual({});
});
