import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assumptions, costKinds, emptyText, holdingCosts, totalText, yearsEmpty, type CostKind, type Costs } from './holding-costs.ts';

const inn = { areaM2: 290, constructionYear: 1904, year: 2026 };

test('what is typed outweighs what is recorded, which outweighs an assumption, and each says where it comes from', () => {
	const { lines, total } = holdingCosts(inn, { recorded: { propertyTax: 410, insurance: 700 }, typed: { insurance: 900 } });
	expect(lines.map(({ kind, amount }) => [kind, amount])).toEqual([
		['propertyTax', 410],
		['insurance', 900],
		['maintenance', 4982]
	]);
	expect(lines.map(({ source }) => source.split(':')[0])).toEqual(['im Register eingetragen', 'eigene Angabe', 'Annahme']);
	expect(total).toBe(6292);
});

test('every assumption names its source and a year, and without an area nothing is assumed', () => {
	for (const one of Object.values(assumptions)) expect(one.source).toMatch(/^Annahme: .*20\d\d/);
	expect(holdingCosts({ ...inn, areaM2: null }, { recorded: {}, typed: {} })).toEqual({ lines: [], total: 0, areaM2: null });
});

test('the older the house, the more upkeep; an unknown age counts as old', () => {
	const upkeep = (constructionYear: number | null) =>
		holdingCosts({ ...inn, constructionYear }, { recorded: {}, typed: {} }).lines.at(-1)?.amount;
	expect([2010, 2000, 1904, null].map(upkeep)).toEqual([3077, 3901, 4982, 4982]);
});

test('the total is the sum of its lines, whatever is entered', () => {
	const kinds = Object.keys(costKinds) as CostKind[];
	const costs = fc.dictionary(fc.constantFrom(...kinds), fc.nat(100_000)) as fc.Arbitrary<Costs>;
	fc.assert(
		fc.property(costs, costs, (recorded, typed) => {
			const { lines, total } = holdingCosts(inn, { recorded, typed });
			expect(total).toBe(lines.reduce((sum, { amount }) => sum + amount, 0));
			expect(new Set(lines.map(({ kind }) => kind)).size).toBe(lines.length);
		})
	);
});

test.for([
	['2017-01-01', '2026-11-22', 9],
	['2017-11-22', '2026-11-22', 9],
	['2017-11-23', '2026-11-22', 8],
	['2026-11-23', '2026-11-22', null],
	[null, '2026-11-22', null]
] as const)('years without use from %s to %s: %s', ([since, today, years]) => {
	expect(yearsEmpty(since, today)).toBe(years);
});

test('how long is said as well as it is known', () => {
	expect(emptyText('2017-01-01', { years: 9, isRough: true })).toBe('seit etwa 9 Jahren ohne Nutzung (seit 2017)');
	expect(emptyText('2026-03-01', { years: 0, isRough: false })).toBe('seit weniger als einem Jahr ohne Nutzung (seit 01.03.2026)');
	expect(emptyText(null, { years: null, isRough: true })).toBeNull();
	expect(totalText({ total: 6292 }, 9)).toBe('etwa 6.290\u00a0€ im Jahr, etwa 56.610\u00a0€ in 9 Jahren');
});
