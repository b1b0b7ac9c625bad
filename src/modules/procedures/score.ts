import { topOf, type Leaf } from './criteria.ts';
import type { TieRule } from './procedure.ts';

/**
 * Points, ranking and how firm it stands, in whole numbers throughout: no rounding decides anything. A value is a share of `full`, an item weighs
 * `weight` of the sum of all weights.
 */
export type Item = { id: string; title: string; weight: bigint };
export type Entry = { id: string; name: string; /** 0 to `full`, one per item. */ values: bigint[]; /** In cents. */ offer: number | null };
export type Contest = { items: Item[]; full: bigint; entries: Entry[]; tieRule: TieRule };

export type Concept = { id: string; name: string; points: Record<string, number>; offerCents: number | null };
/** What a jury gave: for each leaf the points of every vote that counts, by the id of the leaf. */
export type Voted = { id: string; name: string; votes: Record<string, readonly number[]>; offerCents: number | null };
type Weighed = Pick<Leaf, 'id' | 'title' | 'weight' | 'levels'>;
type Rules = { price: PriceScale | null; tieRule: TieRule };
/** The price as an absolute scale: nothing at `fromCents`, all points at `fullCents` and above. `share` in tenths of a percent. */
export type PriceScale = { share: number; fromCents: number; fullCents: number };

/** A multiple of everything from one to ten, so that any scale divides it. */
const common = 2520n;
export const priceItem = 'price';

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);
const clamped = (value: number, top: number): number => Math.min(top, Math.max(0, Math.round(value)));
const within = (value: number, top: number): bigint => BigInt(clamped(value, top));

function priceValue({ offerCents }: Pick<Concept, 'offerCents'>, { fromCents, fullCents }: PriceScale): bigint {
	const span = fullCents - fromCents;
	return within((offerCents ?? fromCents) - fromCents, span) * common;
}

/** What is to be compared. Points that were not given count as none. With a price its share stands beside the leaves, which keep their proportions. */
export const contestOf = (leaves: readonly Weighed[], concepts: readonly Concept[], rules: Rules): Contest =>
	contestOfVotes(
		leaves,
		concepts.map(({ points, ...concept }) => ({
			...concept,
			votes: Object.fromEntries(Object.entries(points).map(([leaf, given]) => [leaf, [given]]))
		})),
		rules
	);

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));
/** The least number that every number of votes divides. */
const commonOf = (concepts: readonly Voted[]): bigint =>
	[...new Set(concepts.flatMap(({ votes }) => Object.values(votes).map(({ length }) => length)))]
		.filter((length) => length > 0)
		.reduce((all, length) => (all * BigInt(length)) / divisor(all, BigInt(length)), 1n);

/** The same for votes: each leaf has the mean of the votes that count, as a fraction over a denominator that all share. Who voted, and in what order, plays no part. */
export function contestOfVotes(leaves: readonly Weighed[], concepts: readonly Voted[], { price, tieRule }: Rules): Contest {
	const span = price ? BigInt(Math.max(1, price.fullCents - price.fromCents)) : 1n;
	const leavesSum = sum(leaves.map(({ weight }) => BigInt(weight)));
	const rest = price ? 1000n - BigInt(price.share) : 1n;
	const denominator = commonOf(concepts);
	const unit = common * span * denominator;
	const mean = (given: readonly number[], top: number) => {
		const together = given.reduce((all, points) => all + clamped(points, top), 0);
		return given.length === 0 ? 0n : (BigInt(together) * unit) / BigInt(top * given.length);
	};
	return {
		tieRule,
		full: unit,
		items: [
			...leaves.map(({ id, title, weight }) => ({ id, title, weight: BigInt(weight) * rest })),
			...(price ? [{ id: priceItem, title: 'Preis', weight: BigInt(price.share) * (leavesSum || 1n) }] : [])
		],
		entries: concepts.map((concept) => ({
			id: concept.id,
			name: concept.name,
			offer: concept.offerCents,
			values: [
				...leaves.map((leaf) => mean(concept.votes[leaf.id] ?? [], topOf(leaf))),
				...(price ? [priceValue(concept, price) * denominator] : [])
			]
		}))
	};
}

const weightsOf = ({ items }: Contest): bigint[] => items.map(({ weight }) => weight);
const scoreOf = ({ values }: Entry, weights: readonly bigint[]): bigint =>
	values.reduce((all, value, n) => all + value * (weights[n] ?? 0n), 0n);
const collator = new Intl.Collator('de');
const compare = (a: bigint, b: bigint): number => (a === b ? 0 : a > b ? -1 : 1);

/** Hundredths of a point out of 100, rounded half up: 7834 is "78,34". For reading; nothing is compared by it. */
export function hundredths(score: bigint, max: bigint): number {
	return max === 0n ? 0 : Number((score * 20000n + max) / (max * 2n));
}
export const pointsText = (n: number): string => `${Math.trunc(n / 100)},${String(n % 100).padStart(2, '0')}`;

/** By the stated rule; 0 where it leaves two equal. */
function tied(contest: Contest, weights: readonly bigint[]): (a: Entry, b: Entry) => number {
	if (contest.tieRule === 'offer') return (a, b) => (b.offer ?? 0) - (a.offer ?? 0);
	if (contest.tieRule !== 'heaviest') return () => 0;
	const order = weights.map((weight, n) => ({ weight, n })).sort((a, b) => compare(a.weight, b.weight) || a.n - b.n);
	return (a, b) => {
		for (const { n } of order) {
			const sign = compare(a.values[n] ?? 0n, b.values[n] ?? 0n);
			if (sign !== 0) return sign;
		}
		return 0;
	};
}

export type Ranked = {
	id: string;
	name: string;
	/** Equal ones share a rank; the next one is counted after all of them. */
	rank: number;
	/** Hundredths of 100. */
	points: number;
	/** Hundredths of 100 that each item gave. */
	parts: number[];
	/** Stands here by the rule for ties, or shares its rank. */
	isTied: boolean;
};

type Placed = { entry: Entry; score: bigint; rank: number };

/** The order alone: what is asked again and again when weights wander. */
function orderOf(contest: Contest, weights: readonly bigint[]): Placed[] {
	const rule = tied(contest, weights);
	const placed = contest.entries.map((entry): Placed => ({ entry, score: scoreOf(entry, weights), rank: 1 }));
	const order = (a: Placed, b: Placed) => compare(a.score, b.score) || rule(a.entry, b.entry);
	placed.sort((a, b) => order(a, b) || collator.compare(a.entry.name, b.entry.name) || (a.entry.id < b.entry.id ? -1 : 1));
	for (const [n, one] of placed.entries()) {
		const before = placed[n - 1];
		if (before) one.rank = order(before, one) === 0 ? before.rank : n + 1;
	}
	return placed;
}

/** The order by points, equal points by the stated rule, and whoever is still equal shares a rank. */
export function rankingOf(contest: Contest, weights = weightsOf(contest)): Ranked[] {
	const max = sum(weights) * contest.full;
	const placed = orderOf(contest, weights);
	return placed.map(({ entry, score, rank }, n) => ({
		...{ id: entry.id, name: entry.name, rank, points: hundredths(score, max) },
		parts: entry.values.map((value, i) => hundredths(value * (weights[i] ?? 0n), max)),
		isTied: placed[n - 1]?.score === score || placed[n + 1]?.score === score
	}));
}

/** The weights when one of them becomes `percent` of what it was and the others share the rest as before, at most all of it. */
export function shifted(weights: readonly bigint[], { index, percent }: { index: number; percent: bigint }): bigint[] {
	const total = sum(weights);
	const mine = weights[index] ?? 0n;
	if (mine === total) return [...weights];
	const wanted = mine * percent;
	if (wanted >= 100n * total) return weights.map((_, n) => (n === index ? 1n : 0n));
	return weights.map((weight, n) => (n === index ? wanted * (total - mine) : weight * (100n * total - wanted)));
}

const floorDiv = (a: bigint, b: bigint): bigint => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);
const ceilDiv = (a: bigint, b: bigint): bigint => -floorDiv(-a, b);

/** Between which weights of one item (tenths of a percent, the others sharing the rest) nobody overtakes the first. */
export function firmRange(contest: Contest, index: number, order = orderOf(contest, weightsOf(contest))): { from: number; to: number } {
	const weights = weightsOf(contest);
	const [winner, ...others] = order;
	const mine = weights[index] ?? 0n;
	const rest = sum(weights) - mine;
	let [from, to] = [0n, 1000n];
	for (const other of winner && rest !== 0n ? others : []) {
		const ahead = (winner?.entry.values[index] ?? 0n) - (other.entry.values[index] ?? 0n);
		const here = ahead * rest;
		const elsewhere = (winner?.score ?? 0n) - other.score - mine * ahead;
		// the lead at weight t is t·here + (1−t)·elsewhere
		if (here < 0n) to = [to, floorDiv(1000n * elsewhere, elsewhere - here)].reduce((a, b) => (a < b ? a : b));
		if (elsewhere < 0n) from = [from, ceilDiv(1000n * elsewhere, elsewhere - here)].reduce((a, b) => (a > b ? a : b));
	}
	return { from: Number(from), to: Number(to) };
}

export type Change = 'same' | 'order' | 'first';
export type Firmness = {
	id: string;
	title: string;
	/** Tenths of a percent, rounded for reading. */ weight: number;
	down: Change;
	up: Change;
	from: number;
	to: number;
};

const orderText = (order: readonly Placed[]) => order.map(({ entry, rank }) => `${rank} ${entry.id}`).join();
const firstText = (order: readonly Placed[]) =>
	order
		.filter(({ rank }) => rank === 1)
		.map(({ entry }) => entry.id)
		.join();

/** "Bleibt die Reihenfolge, wenn ein Gewicht um 10 % wandert?", for each item both ways, and how far it may move before another is first. */
export function firmnessOf(contest: Contest): Firmness[] {
	const weights = weightsOf(contest);
	const total = sum(weights);
	const before = orderOf(contest, weights);
	const changeAt = (index: number, percent: bigint): Change => {
		const after = orderOf(contest, shifted(weights, { index, percent }));
		if (firstText(after) !== firstText(before)) return 'first';
		return orderText(after) === orderText(before) ? 'same' : 'order';
	};
	return contest.items.map(({ id, title, weight }, index) => ({
		...{ id, title, weight: total === 0n ? 0 : Number((weight * 2000n + total) / (total * 2n)) },
		...{ down: changeAt(index, 90n), up: changeAt(index, 110n), ...firmRange(contest, index, before) }
	}));
}
