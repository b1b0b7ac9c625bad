import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balanced, parseWeight, sumOf, weightText, whole, whyNotWeights } from './weights.ts';

test('weights are read as people write them, with one decimal at most', () => {
	expect(['12,5', '12.5', '40', ' 40 % ', '100', '0,1'].map(parseWeight)).toEqual([125, 125, 400, 400, 1000, 1]);
	expect(['12,55', '-1', '100,1', 'viel', '', '1e2', '33,3,3'].map(parseWeight)).toEqual(Array(7).fill(null));
});

test('99,9 gets its sentence and a proposal', () => {
	expect(whyNotWeights([333, 333, 333])).toBe('Die Gewichte ergeben 99,9 statt 100. Es fehlen 0,1.');
	expect(balanced([333, 333, 333])).toEqual([334, 333, 333]);
	expect(whyNotWeights([600, 500])).toBe('Die Gewichte ergeben 110 statt 100. Es sind 10 zu viel.');
	expect(whyNotWeights([])).toBe('Es gibt noch kein Kriterium.');
	expect(balanced([0, 0, 0])).toEqual([334, 333, 333]);
});

test('a proposal comes to exactly 100 and moves nothing by a tenth or more from its share', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }), (weights) => {
			const proposal = balanced(weights);
			expect(sumOf(proposal)).toBe(whole);
			expect(whyNotWeights(proposal)).toBeNull();
			const sum = sumOf(weights);
			if (sum) for (const [n, weight] of weights.entries()) expect(Math.abs((proposal[n] ?? 0) - (weight * whole) / sum)).toBeLessThan(1);
			expect(balanced(proposal)).toEqual(proposal);
		})
	);
});

test('what is written can be read again', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
			expect(parseWeight(weightText(tenths))).toBe(tenths);
		})
	);
});
