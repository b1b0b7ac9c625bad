import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contestOf, contestOfVotes, firmnessOf, rankingOf, type PriceScale, type Voted } from './score.ts';
import type { TieRule } from './procedure.ts';

/** Points of a jury: the mean of the votes that count, as exact fractions. */

const leaf = (id: string, weight: number, top = 3) => ({
	...{ id, title: id, weight },
	levels: [
		{ points: 0, text: 'nichts' },
		{ points: top, text: 'alles' }
	]
});
const voted = (name: string, votes: Record<string, number[]>, offerCents: number | null = null): Voted => ({
	...{ id: name, name, votes, offerCents }
});
const rules = { price: null, tieRule: 'lot' as TieRule };
const ranks = (ranking: { name: string; rank: number }[]) => ranking.map(({ name, rank }) => `${rank} ${name}`);

test('a third stays a third: four of three votes equal eight of six, and no rounding decides', () => {
	const leaves = [leaf('a', 1000)];
	const equal = [voted('sechs', { a: [1, 2, 1, 2, 1, 1] }), voted('drei', { a: [1, 2, 1] })];
	expect(ranks(rankingOf(contestOfVotes(leaves, equal, rules)))).toEqual(['1 drei', '1 sechs']);
	const close = [voted('sieben', { a: [1, 2, 1, 2, 1, 1, 2] }), voted('fünf', { a: [1, 2, 1, 2, 1] })];
	const ranking = rankingOf(contestOfVotes(leaves, close, rules));
	expect(ranks(ranking)).toEqual(['1 sieben', '2 fünf']);
	expect(ranking.map(({ points }) => points)).toEqual([4762, 4667]);
});

test('whoever abstains for one concept changes nothing for the others', () => {
	const leaves = [leaf('a', 600), leaf('b', 400)];
	const [x, y] = [voted('X', { a: [3, 2, 1], b: [1, 1, 1] }), voted('Y', { a: [2, 2], b: [3, 3] })];
	const points = (concepts: Voted[]) =>
		Object.fromEntries(rankingOf(contestOfVotes(leaves, concepts, rules)).map((one) => [one.id, one.points]));
	expect(points([x, y])).toEqual({ X: 5333, Y: 8000 });
	expect(points([x])).toEqual({ X: 5333 });
});

const price: PriceScale = { share: 300, fromCents: 100_000, fullCents: 200_000 };
const juries = fc
	.record({
		weights: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 }),
		tops: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 5, maxLength: 5 }),
		points: fc.array(fc.array(fc.array(fc.nat(10), { minLength: 1, maxLength: 7 }), { minLength: 5, maxLength: 5 }), {
			minLength: 1,
			maxLength: 6
		}),
		offers: fc.array(fc.nat(300_000), { minLength: 6, maxLength: 6 }),
		share: fc.option(fc.integer({ min: 1, max: 999 })),
		tieRule: fc.constantFrom<TieRule>('heaviest', 'offer', 'lot', 'body')
	})
	.map(({ weights, tops, points, offers, share, tieRule }) => {
		const leaves = weights.map((weight, n) => leaf(`l${n}`, weight, tops[n]));
		const concepts = points.map((given, n) =>
			voted(`K${n}`, Object.fromEntries(leaves.map(({ id }, i) => [id, given[i] ?? []])), offers[n] ?? 0)
		);
		return { leaves, concepts, rules: { price: share === null ? null : { ...price, share }, tieRule } };
	});

test('neither the order of concepts nor that of the jury decides', () => {
	fc.assert(
		fc.property(juries, ({ leaves, concepts, rules }) => {
			const turned = [...concepts]
				.reverse()
				.map((one) => ({ ...one, votes: Object.fromEntries(Object.entries(one.votes).map(([id, given]) => [id, [...given].reverse()])) }));
			expect(rankingOf(contestOfVotes(leaves, turned, rules))).toEqual(rankingOf(contestOfVotes(leaves, concepts, rules)));
		})
	);
});

test('a vote that rises never costs a place', () => {
	fc.assert(
		fc.property(juries, fc.nat(4), fc.nat(6), ({ leaves, concepts, rules }, l, v) => {
			const [first, ...others] = concepts;
			const id = leaves[l % leaves.length]?.id ?? '';
			if (!first) return;
			const given = first.votes[id] ?? [];
			const more = given.map((points, n) => (n === v % given.length ? 10 : points));
			const rankOf = (one: Voted) => rankingOf(contestOfVotes(leaves, [one, ...others], rules)).find((x) => x.id === first.id)?.rank ?? 0;
			expect(rankOf({ ...first, votes: { ...first.votes, [id]: more } })).toBeLessThanOrEqual(rankOf(first));
		})
	);
});

test('equal votes share a rank, or stand where the rule says, whatever they are called', () => {
	fc.assert(
		fc.property(juries, ({ leaves, concepts, rules }) => {
			const [first] = concepts;
			if (!first) return;
			const twin = { ...first, id: 'twin', name: 'Zwilling' };
			const ranking = rankingOf(contestOfVotes(leaves, [...concepts, twin], rules));
			const [a, b] = [first.id, 'twin'].map((id) => ranking.find((one) => one.id === id));
			expect([a?.rank, a?.points, a?.isTied]).toEqual([b?.rank, b?.points, true]);
		})
	);
});

test('one vote each is the same as points', () => {
	fc.assert(
		fc.property(juries, ({ leaves, concepts, rules }) => {
			const single = concepts.map((one) => ({
				...one,
				votes: Object.fromEntries(Object.entries(one.votes).map(([id, [p]]) => [id, [p ?? 0]]))
			}));
			const points = single.map(({ votes, ...one }) => ({
				...one,
				points: Object.fromEntries(Object.entries(votes).map(([id, [p]]) => [id, p ?? 0]))
			}));
			expect(rankingOf(contestOfVotes(leaves, single, rules))).toEqual(rankingOf(contestOf(leaves, points, rules)));
		})
	);
});

/** Fractions by hand: numerator and denominator, nothing shared with what is tested. */
type Fraction = { n: bigint; d: bigint };
const plus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d });
const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
const whole = (n: number): Fraction => ({ n: BigInt(n), d: 1n });
const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });
const larger = (a: Fraction, b: Fraction) => a.n * b.d > b.n * a.d;

test('what ten percent more or less of a weight do agrees with reckoning it by hand in fractions', () => {
	fc.assert(
		fc.property(juries, ({ leaves, concepts, rules: { price: _, ...rest } }) => {
			const rules = { ...rest, price: null, tieRule: 'lot' as TieRule };
			const total = whole(leaves.reduce((all, { weight }) => all + weight, 0));
			const share = (weights: Fraction[], one: Voted): Fraction =>
				leaves.reduce<Fraction>((all, { id, levels }, n) => {
					const top = levels[1]?.points ?? 1;
					const given = (one.votes[id] ?? []).map((points) => Math.min(points, top));
					const mean = { n: BigInt(given.reduce((x, y) => x + y, 0)), d: BigInt(given.length * top) };
					return plus(all, times(weights[n] ?? whole(0), mean));
				}, whole(0));
			const firstBy = (weights: Fraction[]) => {
				const scored = concepts.map((one) => ({ id: one.id, score: share(weights, one) }));
				return scored
					.filter(({ score }) => !scored.some((other) => larger(other.score, score)))
					.map(({ id }) => id)
					.sort()
					.join();
			};
			const weights = leaves.map(({ weight }) => whole(weight));
			const moved = (index: number, percent: number) => {
				const mine = over(times(whole(leaves[index]?.weight ?? 0), whole(percent)), whole(100));
				const others = over(plus(total, times(whole(-1), mine)), whole(Number(total.n) - (leaves[index]?.weight ?? 0)));
				return weights.map((weight, n) => (n === index ? mine : times(weight, others)));
			};
			for (const [index, { down, up }] of firmnessOf(contestOfVotes(leaves, concepts, rules)).entries()) {
				const mine = leaves[index]?.weight ?? 0;
				if (leaves.length === 1 || mine * 110 >= 100 * Number(total.n)) continue;
				expect(down === 'first').toBe(firstBy(moved(index, 90)) !== firstBy(weights));
				expect(up === 'first').toBe(firstBy(moved(index, 110)) !== firstBy(weights));
			}
		})
	);
});
