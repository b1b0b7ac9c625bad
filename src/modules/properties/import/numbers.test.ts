import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberStyleOf, parseNumber, parseQuantity } from './numbers.ts';

test.for([
	['1.234,5', 1234.5],
	['90 164', 90164],
	[' 53.02', 53.02],
	['1.234', 1234],
	['1234,50', 1234.5],
	['2\u00a0080', 2080],
	['-3', -3]
] as const)('"%s" is %s in a German list', ([text, value]) => expect(parseNumber(text)).toBe(value));

test('a column that writes 0.07 and 5.33 means 1.234 as a little more than one', () => {
	expect(numberStyleOf(['0.07', '5.33', '1.234'])).toBe('point');
	expect(parseNumber('1.234', 'point')).toBe(1.234);
	expect(numberStyleOf(['1.234,5', '80'])).toBe('german');
});

test.for([
	['ca. 120 m²', { value: 120, approximate: true, unit: 'm²' }],
	['80-120 m²', { from: 80, value: 120, approximate: true, unit: 'm²' }],
	['80 bis 120 qm', { from: 80, value: 120, unit: 'm²' }],
	['120 qm', { value: 120, approximate: false, unit: 'm²' }],
	['2,5 ha', { value: 2.5, unit: 'ha' }],
	['120.000,- €', { value: 120000, unit: '€' }],
	['5,50 €/m²', { value: 5.5, unit: '€/m²' }],
	['120 T€', { value: 120, unit: 'T€' }],
	['rd. 1.200', { value: 1200, approximate: true }]
] as const)('"%s" keeps amount, span and unit', ([text, quantity]) => expect(parseQuantity(text)).toMatchObject(quantity));

test.for(['unbekannt', 'auf Anfrage', '3 Zimmer', '', '1,2,3', '12.34.56'])('"%s" is no amount', (text) =>
	expect(parseQuantity(text)).toBeNull()
);

test('whatever stands in a cell, the answer is a finite number or nothing', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 30 }), (text) => {
			const quantity = parseQuantity(text);
			expect(quantity === null || Number.isFinite(quantity.value)).toBe(true);
		})
	);
});

test('every amount written the German way is read back', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
			const text = (cents / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 });
			expect(parseNumber(text)).toBe(cents / 100);
		})
	);
});
