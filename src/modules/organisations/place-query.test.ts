import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlace } from './place-query.ts';

test.for([
	['16278', { postalCode: '16278' }],
	[' 16278  Angermünde ', { postalCode: '16278', name: 'Angermünde' }],
	['Angermünde 16278', { postalCode: '16278', name: 'Angermünde' }],
	['D-16278 Angermünde', { postalCode: '16278', name: 'Angermünde' }],
	['12073008', { ags: '12073008' }],
	['Angermünde, Landkreis Uckermark', { name: 'Angermünde', hint: 'Uckermark' }],
	['Herzberg (Elster)', { name: 'Herzberg (Elster)' }],
	['', {}],
	['123456', { name: '123456' }]
] as const)('„%s“ is read as it was meant', ([text, query]) => {
	expect(parsePlace(text)).toEqual(query);
});

test('whatever is typed, reading it never fails and keeps no blank edges', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
			const { name = 'x', hint = 'x' } = parsePlace(text);
			expect([name.trim(), hint.trim()]).toEqual([name, hint]);
			expect(name.length).toBeGreaterThan(0);
		})
	);
});
