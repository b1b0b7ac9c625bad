import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anOffer, aWish } from '#testing/pairs.ts';
import { anyOffer, anyWish } from '#testing/random-pairs.ts';
import type { Offer, Wish } from './pair.ts';
import { nearMiss, scorePair, scoreSpace } from './score.ts';
import { criteria, criterionIds, firstWeights as weights } from './weights.ts';

const check = (property: (offer: Offer, wish: Wish) => void) => {
	expect.hasAssertions();
	fc.assert(fc.property(anyOffer, anyWish, property), { numRuns: 1500 });
};
const byId = (offer: Offer, wish: Wish) => new Map(scorePair(offer, wish, weights).criteria.map((c) => [c.id, c]));
const reversed = <T extends object>(thing: T): T =>
	Object.fromEntries(
		Object.entries(thing)
			.map(([k, v]) => [k, Array.isArray(v) ? v.toReversed() : v])
			.reverse()
	) as T;

/** Every fact of the offer made unknown, one at a time. */
const forgotten: Partial<Offer>[] = [
	{ lat: null, lon: null },
	{ areaMinM2: null },
	{ areaMaxM2: null },
	{ areaMinM2: null, areaMaxM2: null },
	{ uses: [], usesAllowed: [], usesExcluded: [] },
	{ offers: [] },
	{ priceMonthly: null },
	{ pricePurchase: null },
	{ condition: 'unknown' },
	{ heritage: 'unknown' },
	{ accessibility: 'unknown' },
	{ publicAccess: 'unknown' },
	{ availableFrom: null },
	{ availableUntil: null },
	{ availabilityKind: 'unknown' },
	{ setting: 'unknown' },
	{ goals: [] }
];

test('a score is a whole number from 0 to 100, its reliability one from 0 to 10', () =>
	check((offer, wish) => {
		const { score, reliability } = scorePair(offer, wish, weights);
		expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
		expect(Number.isInteger(reliability) && reliability >= 0 && reliability <= 10).toBe(true);
	}));

test('the score is what its points say: a reader can add it up', () =>
	check((offer, wish) => {
		const { score, excluded, criteria: parts } = scorePair(offer, wish, weights);
		const sum = (key: 'points' | 'weight') => parts.reduce((n, part) => n + part[key], 0);
		const expected = excluded ? 0 : parts.length ? (100 * sum('points')) / sum('weight') : 50;
		expect(Math.abs(score - expected)).toBeLessThanOrEqual(0.5 + 1e-9);
	}));

test('the order of anything never changes a score', () =>
	check((offer, wish) => {
		expect(scorePair(reversed(offer), reversed(wish), weights)).toEqual(scorePair(offer, wish, weights));
	}));

test('a fact that is added never turns a conflict into a fit by itself', () =>
	check((offer, wish) => {
		const known = byId(offer, wish);
		for (const gap of forgotten)
			for (const [id, before] of byId({ ...offer, ...gap }, wish))
				if (before.outcome === 'conflict') expect(known.get(id)?.outcome).not.toBe('fits');
	}));

test('what is unknown never counts more than what is known to fit, and never less than what is known to conflict', () =>
	check((offer, wish) => {
		const known = byId(offer, wish);
		for (const gap of forgotten)
			for (const [id, before] of byId({ ...offer, ...gap }, wish)) {
				const after = known.get(id);
				if (before.outcome !== 'unknown' || !after) continue;
				if (after.outcome === 'fits') expect(after.points).toBeGreaterThanOrEqual(before.points);
				if (after.outcome === 'conflict') expect(after.points).toBeLessThanOrEqual(before.points);
			}
	}));

test('what is unknown never excludes', () =>
	check((offer, wish) => {
		for (const id of criterionIds) {
			const verdict = criteria[id].judge(offer, wish);
			if (verdict?.excludes) expect(verdict.outcome).toBe('conflict');
		}
		expect(scorePair(anOffer({ spaceId: offer.spaceId, ags: wish.regionAgs[0] ?? offer.ags }), wish, weights).excluded).toBe(false);
	}));

test('a pair is excluded exactly when something hard conflicts', () =>
	check((offer, wish) => {
		expect(scorePair(offer, wish, weights).excluded).toBe(criterionIds.some((id) => criteria[id].judge(offer, wish)?.excludes));
	}));

test('whether a criterion counts depends on the wish alone, so every space is measured with the same ruler', () =>
	check((offer, wish) => {
		expect(scorePair(offer, wish, weights).criteria.map((c) => c.id)).toEqual(
			scorePair(anOffer(), wish, weights).criteria.map((c) => c.id)
		);
	}));

test('forgetting a fact never raises the reliability', () =>
	check((offer, wish) => {
		const { reliability } = scorePair(offer, wish, weights);
		for (const gap of forgotten.filter((g) => !('areaMinM2' in g) || 'areaMaxM2' in g))
			expect(scorePair({ ...offer, ...gap }, wish, weights).reliability).toBeLessThanOrEqual(reliability);
	}));

test('the next question is the unknown with the largest weight', () =>
	check((offer, wish) => {
		const { criteria: parts, nextQuestion } = scorePair(offer, wish, weights);
		const open = parts.filter((p) => p.outcome === 'unknown');
		expect(nextQuestion === null).toBe(open.length === 0);
		const asked = open.find((p) => p.id === nextQuestion?.criterion);
		for (const other of open) expect(other.weight).toBeLessThanOrEqual(asked?.weight ?? 0);
	}));

test('a near miss says the one change that would make it fit, and keeps its word', () =>
	check((offer, wish) => {
		const miss = nearMiss(offer, wish, weights);
		const hard = criterionIds.filter((id) => criteria[id].judge(offer, wish)?.excludes);
		if (!miss) return;
		expect(hard).toEqual([miss.criterion]);
		const relaxed = criteria[miss.criterion].relax?.(offer, wish);
		expect(relaxed && scorePair(offer, relaxed.wish, weights)).toMatchObject({ excluded: false, score: miss.scoreThen });
	}));

test('the part that fits best speaks for its space, whatever the order of its parts', () => {
	const parts = [anOffer({ unitId: 'saal', areaMinM2: 300, areaMaxM2: 300 }), anOffer({ unitId: 'laden', areaMinM2: 80, areaMaxM2: 80 })];
	const wish = aWish({ areaMinM2: 60, areaMaxM2: 100 });
	expect(scoreSpace(parts, wish, weights).offer.unitId).toBe('laden');
	expect(scoreSpace(parts.toReversed(), wish, weights)).toEqual(scoreSpace(parts, wish, weights));
});

test('the Gasthof and the Werkhof: 80 to 120 m² within 25 km, with one question left', () => {
	const inn = anOffer({
		lat: 53.0145,
		lon: 13.9998,
		areaMinM2: 60,
		areaMaxM2: 380,
		uses: ['workshop_makerspace', 'cafe'],
		offers: ['heritable_building_right', 'lease'],
		condition: 'refurbishment_needed',
		heritage: 'single_monument'
	});
	const wish = aWish({
		uses: ['workshop_makerspace', 'cafe'],
		areaMinM2: 80,
		areaMaxM2: 120,
		regionLat: 53.0145,
		regionLon: 13.9998,
		radiusKm: 25,
		regionName: 'Angermünde',
		offerModes: ['lease', 'rent'],
		maxMonthly: 800,
		conditions: ['minor_works'],
		selfHelp: 'major',
		heritageOk: 'no'
	});
	const { score, reliability, nextQuestion, excluded } = scorePair(inn, wish, weights);
	expect({ excluded, question: nextQuestion?.criterion }).toEqual({ excluded: false, question: 'cost' });
	expect(score).toBe(87);
	expect(reliability).toBe(9);
});

test('a request without a wish has nothing to measure: half a score, no reliability', () => {
	expect(scorePair(anOffer(), aWish(), weights)).toMatchObject({ score: 50, reliability: 0, criteria: [], nextQuestion: null });
});
