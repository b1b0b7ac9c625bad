import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Leaf } from './criteria.ts';
import { contestOf, firmnessOf, firmRange, rankingOf, shifted, type Concept, type PriceScale } from './score.ts';
import type { TieRule } from './procedure.ts';

const leaf = (id: string, weight: number, top = 3): Leaf => ({
	...{ id, areaId: 'a', title: id, description: '', weight, evidence: [], evidenceNote: '', version: 1 },
	levels: [
		{ points: 0, text: 'nichts' },
		{ points: top, text: 'alles' }
	]
});
const concept = (name: string, points: Record<string, number>, offerCents: number | null = null): Concept => ({
	id: name,
	name,
	points,
	offerCents
});
const ranks = (ranking: { name: string; rank: number }[]) => ranking.map(({ name, rank }) => `${rank} ${name}`);
const noPrice = { price: null, tieRule: 'heaviest' as TieRule };

test('points are shares of each scale times its weight, whatever the scales are', () => {
	const contest = contestOf(
		[leaf('nutzen', 600, 3), leaf('geld', 400, 7)],
		[concept('Werkhof', { nutzen: 2, geld: 7 }), concept('Bühne', { nutzen: 3 })],
		noPrice
	);
	expect(rankingOf(contest).map(({ name, points, parts }) => [name, points, parts])).toEqual([
		['Werkhof', 8000, [4000, 4000]],
		['Bühne', 6000, [6000, 0]]
	]);
});

test('points above the scale, below it or missing never leave it', () => {
	const contest = contestOf(
		[leaf('nutzen', 1000)],
		[concept('zu viel', { nutzen: 9 }), concept('keine', {}), concept('zu wenig', { nutzen: -4 })],
		noPrice
	);
	expect(rankingOf(contest).map(({ points }) => points)).toEqual([10000, 0, 0]);
});

const price: PriceScale = { share: 300, fromCents: 100_000, fullCents: 200_000 };
test('the price is a scale of its own: no offer changes the points of another', () => {
	const of = (offers: number[]) =>
		contestOf(
			[leaf('nutzen', 1000)],
			offers.map((offer, n) => concept(`K${n}`, { nutzen: 3 }, offer)),
			{ price, tieRule: 'lot' }
		);
	expect(rankingOf(of([100_000, 150_000, 200_000])).map(({ points }) => points)).toEqual([10000, 8500, 7000]);
	const alone = rankingOf(of([150_000]))[0]?.points;
	expect(rankingOf(of([150_000, 9_000_000])).find(({ name }) => name === 'K0')?.points).toBe(alone);
});

test('equal points: the heaviest criterion, the higher offer, or a shared rank, as the call says', () => {
	const leaves = [leaf('a', 300), leaf('b', 400), leaf('c', 300)];
	const both = [concept('X', { a: 3, b: 0, c: 1 }), concept('Y', { a: 0, b: 3, c: 0 }), concept('Z', {})];
	expect(ranks(rankingOf(contestOf(leaves, both, noPrice)))).toEqual(['1 Y', '2 X', '3 Z']);
	expect(ranks(rankingOf(contestOf(leaves, both, { ...noPrice, tieRule: 'lot' })))).toEqual(['1 X', '1 Y', '3 Z']);
	const offers = [concept('X', { a: 3 }, 150_000), concept('Y', { a: 3 }, 150_001)];
	expect(
		rankingOf(contestOf([leaf('a', 1000)], offers, { price: { ...price, fullCents: 100_001 }, tieRule: 'offer' })).map(({ name }) => name)
	).toEqual(['Y', 'X']);
});

const contests = fc
	.record({
		weights: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 }),
		tops: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 8, maxLength: 8 }),
		points: fc.array(fc.array(fc.nat(10), { minLength: 8, maxLength: 8 }), { minLength: 1, maxLength: 6 }),
		offers: fc.array(fc.nat(300_000), { minLength: 6, maxLength: 6 }),
		share: fc.option(fc.integer({ min: 1, max: 999 })),
		tieRule: fc.constantFrom<TieRule>('heaviest', 'offer', 'lot', 'body')
	})
	.filter(({ weights }) => weights.some((weight) => weight > 0))
	.map(({ weights, tops, points, offers, share, tieRule }) => {
		const leaves = weights.map((weight, n) => leaf(`l${n}`, weight, tops[n]));
		const concepts = points.map((given, n) =>
			concept(`K${n}`, Object.fromEntries(leaves.map(({ id }, i) => [id, given[i] ?? 0])), offers[n] ?? 0)
		);
		return { leaves, concepts, rules: { price: share === null ? null : { ...price, share }, tieRule } };
	});

test('the order of entry never decides, points lie between 0 and 100 and fall with the rank', () => {
	fc.assert(
		fc.property(contests, ({ leaves, concepts, rules }) => {
			const ranking = rankingOf(contestOf(leaves, concepts, rules));
			const turned = rankingOf(contestOf(leaves, [...concepts].reverse(), rules));
			expect(turned).toEqual(ranking);
			for (const [n, { points, rank }] of ranking.entries()) {
				expect(points).toBeGreaterThanOrEqual(0);
				expect(points).toBeLessThanOrEqual(10000);
				const next = ranking[n + 1];
				if (next) expect(points >= next.points && rank <= next.rank).toBe(true);
			}
		})
	);
});

test('more points on one criterion never cost a place', () => {
	fc.assert(
		fc.property(contests, fc.nat(7), ({ leaves, concepts, rules }, n) => {
			const [first, ...others] = concepts;
			const id = leaves[n % leaves.length]?.id ?? '';
			if (!first) return;
			const rankOf = (points: Record<string, number>) =>
				rankingOf(contestOf(leaves, [{ ...first, points }, ...others], rules)).find((one) => one.id === first.id)?.rank ?? 0;
			expect(rankOf({ ...first.points, [id]: 10 })).toBeLessThanOrEqual(rankOf(first.points));
		})
	);
});

test('a weight that wanders leaves the proportions of all others as they were', () => {
	fc.assert(
		fc.property(
			fc.array(fc.bigInt({ min: 0n, max: 500n }), { minLength: 2, maxLength: 8 }),
			fc.nat(7),
			fc.constantFrom(90n, 110n),
			(weights, n, percent) => {
				const index = n % weights.length;
				const after = shifted(weights, { index, percent });
				const [before, sum] = [weights.reduce((a, b) => a + b), after.reduce((a, b) => a + b)];
				if (before === 0n || weights[index] === before || (weights[index] ?? 0n) * percent >= 100n * before) return;
				expect((after[index] ?? 0n) * before * 100n).toBe((weights[index] ?? 0n) * percent * sum);
				for (const i of weights.keys())
					for (const j of weights.keys())
						if (i !== index && j !== index) expect((after[i] ?? 0n) * (weights[j] ?? 0n)).toBe((after[j] ?? 0n) * (weights[i] ?? 0n));
			}
		)
	);
});

test('within the firm range nobody is ahead of the first, one tenth beyond it somebody is', () => {
	fc.assert(
		fc.property(contests, fc.nat(8), ({ leaves, concepts, rules }, n) => {
			const contest = contestOf(leaves, concepts, rules);
			const index = n % contest.items.length;
			const winner = rankingOf(contest)[0];
			const rest = contest.items.reduce((sum, { weight }, i) => (i === index ? sum : sum + weight), 0n);
			if (rest === 0n) return;
			const { from, to } = firmRange(contest, index);
			const leads = (tenths: number) => {
				const weights = contest.items.map(({ weight }, i) => (i === index ? BigInt(tenths) * rest : BigInt(1000 - tenths) * weight));
				const score = (id: string) =>
					(contest.entries.find((entry) => entry.id === id)?.values ?? []).reduce((sum, value, i) => sum + value * (weights[i] ?? 0n), 0n);
				return contest.entries.every(({ id }) => score(id) <= score(winner?.id ?? ''));
			};
			for (const tenths of [from, to]) if (from <= to) expect(leads(tenths)).toBe(true);
			if (from > 0) expect(leads(from - 1)).toBe(false);
			if (to < 1000) expect(leads(to + 1)).toBe(false);
		})
	);
});

test('what ten percent do is said for each weight both ways', () => {
	const contest = contestOf([leaf('a', 500), leaf('b', 500)], [concept('X', { a: 3, b: 2 }), concept('Y', { a: 2, b: 3 })], {
		...noPrice,
		tieRule: 'lot'
	});
	expect(firmnessOf(contest).map(({ down, up }) => [down, up])).toEqual([
		['first', 'first'],
		['first', 'first']
	]);
	const clear = contestOf([leaf('a', 500), leaf('b', 500)], [concept('X', { a: 3, b: 3 }), concept('Y', { a: 1 })], noPrice);
	expect(firmnessOf(clear).every(({ up, down, from, to }) => up === 'same' && down === 'same' && from === 0 && to === 1000)).toBe(true);
});
