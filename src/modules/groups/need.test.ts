import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uses } from '#modules/properties/vocabulary.ts';
import { atTheSameTime, dayParts, days, disturbEachOther, loudness, noises, quarrels, sumOfNeeds, timesText, type Need } from './need.ts';

const keys = <K extends string>(words: Record<K, string>) => Object.keys(words) as K[];
const money = fc.option(fc.integer({ min: 0, max: 100_000 }));
const area = fc
	.tuple(fc.option(fc.integer({ min: 1, max: 5000 })), fc.option(fc.integer({ min: 0, max: 5000 })))
	.map(([least, more]) => ({ areaMinM2: least, areaMaxM2: more === null ? null : (least ?? 1) + more }));
const needs: fc.Arbitrary<Need> = fc
	.tuple(
		fc.record({
			id: fc.uuid(),
			title: fc.string(),
			uses: fc.subarray(keys(uses)),
			maxMonthly: money,
			days: fc.subarray(keys(days)),
			dayParts: fc.subarray(keys(dayParts)),
			noise: fc.constantFrom(...keys(noises))
		}),
		area
	)
	.map(([need, size]) => ({ ...need, ...size }));
const some = fc.array(needs, { maxLength: 12 });
const plain: Need = {
	id: 'a',
	title: 'Probe',
	uses: [],
	areaMinM2: null,
	areaMaxM2: null,
	maxMonthly: null,
	days: [],
	dayParts: [],
	noise: 'unknown'
};

test('the order of needs changes nothing, and two groups together need what both need', () => {
	fc.assert(
		fc.property(some, some, (a, b) => {
			const [one, other, both] = [sumOfNeeds(a), sumOfNeeds(b), sumOfNeeds([...a, ...b])];
			expect(sumOfNeeds([...b, ...a].reverse())).toEqual(both);
			for (const key of ['needs', 'areaMinM2', 'areaMaxM2', 'unsized', 'unpriced', 'maxMonthly'] as const)
				expect(both[key]).toBeCloseTo(one[key] + other[key], 6);
			expect(new Set(both.uses)).toEqual(new Set([...one.uses, ...other.uses]));
			expect(both.uses.length).toBe(new Set(both.uses).size);
		})
	);
});

test('the least never exceeds the most, and what nobody said is counted as unsaid', () => {
	fc.assert(
		fc.property(some, (list) => {
			const sum = sumOfNeeds(list);
			expect(sum.areaMinM2).toBeLessThanOrEqual(sum.areaMaxM2);
			expect(sum.unsized).toBe(list.filter(({ areaMinM2, areaMaxM2 }) => areaMinM2 === null && areaMaxM2 === null).length);
			expect(sum.unpriced).toBe(list.filter(({ maxMonthly }) => maxMonthly === null).length);
		})
	);
	expect(sumOfNeeds([{ ...plain, areaMinM2: 80 }])).toMatchObject({ areaMinM2: 80, areaMaxM2: 80, unsized: 0, unpriced: 1, maxMonthly: 0 });
});

test('disturbing is mutual, nobody disturbs at another time, and quiet never disturbs quiet', () => {
	fc.assert(
		fc.property(needs, needs, (a, b) => {
			expect(disturbEachOther(a, b)).toBe(disturbEachOther(b, a));
			if (!atTheSameTime(a, b)) expect(disturbEachOther(a, b)).toBe(false);
			expect(disturbEachOther({ ...a, noise: 'quiet' }, { ...b, noise: 'quiet' })).toBe(false);
		})
	);
});

test('a band in the evening leaves a library in the morning in peace, and what somebody says counts before what their use suggests', () => {
	const band: Need = { ...plain, title: 'Band', uses: ['rehearsal'], dayParts: ['evening'] };
	const library: Need = { ...plain, id: 'b', title: 'Bücherei', uses: ['library'] };
	expect(quarrels([band, library]).map((pair) => pair.map(({ title }) => title))).toEqual([['Band', 'Bücherei']]);
	expect(quarrels([band, { ...library, dayParts: ['morning'] }])).toEqual([]);
	expect(quarrels([{ ...band, noise: 'normal' }, library])).toEqual([]);
	expect(
		quarrels([
			{ ...band, noise: 'loud' },
			{ ...plain, noise: 'quiet', days: ['mo'] }
		])
	).toHaveLength(1);
	expect(loudness(library)).toBe('quiet');
});

test('times read as people say them', () => {
	expect(timesText(plain)).toBeNull();
	expect(timesText({ days: ['tu', 'mo'], dayParts: ['evening'] })).toBe('Mo, Di · abends');
	expect(timesText({ days: keys(days), dayParts: [] })).toBe('täglich');
});
