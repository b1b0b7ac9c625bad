import fc from 'fast-check';
import { eq, sql } from 'drizzle-orm';
import { anyOffer, anyWish } from '#testing/random-pairs.ts';
import { plantRequest } from '#testing/requests.ts';
import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import type { Db } from '#lib/server/db.ts';
import { offersOf, type SpaceRow } from '../offers.ts';
import type { Offer, Wish } from '../pair.ts';
import { scoreSpace } from '../score.ts';
import { unknownOffer } from '../unknown-offer.ts';
import { criteria, criterionIds, firstWeights } from '../weights.ts';
import { findMatchesForRequest, findNearMissesForRequest } from './find-matches-for-request.ts';
import { findNearMissesForSpace, findRequestsForSpace } from './find-requests-for-space.ts';
import { findSpaceRow } from './find-space-row.ts';
import { boundOf } from './internal/bound.ts';
import { cardOf, known, spaceTerms, type RequestCard } from './internal/cards.ts';
import { newWords } from './internal/top-shares.ts';
import { requestCards } from './tables.ts';

const numRuns = 4;
const unit = (offer: Offer, id: string) => ({
	...{
		id,
		label: 'Teil',
		unitType: 'room' as const,
		floor: 'ground' as const,
		ceilingHeightM: null,
		power: 'unknown' as const,
		maxPersons: null
	},
	...{
		areaMinM2: offer.areaMinM2,
		areaMaxM2: offer.areaMaxM2,
		divisibleFromM2: null,
		uses: [...offer.uses],
		accessibility: offer.accessibility
	},
	...{
		availableFrom: offer.availableFrom,
		priceAmount: offer.priceMonthly,
		priceUnit: 'month' as const,
		priceType: offer.priceType,
		unitState: 'free' as const
	}
});

const plantOffer = (db: Db, offer: Offer, parts: Offer[] = []) => {
	const { spaceId: _s, unitId: _u, usesAllowed, goals: _g, municipality: _m, ags: _a, ...columns } = offer;
	const areas = parts.flatMap((p) => [p.areaMinM2, p.areaMaxM2]).filter((n) => n !== null);
	const whole = offer.areaMaxM2 === null ? null : Math.max(offer.areaMaxM2, ...areas);
	const smallest = areas.length && offer.areaMinM2 !== null ? Math.min(offer.areaMinM2, ...areas) : offer.areaMinM2;
	return plantSpace(db, {
		...columns,
		areaMinM2: smallest,
		areaMaxM2: whole,
		uses: [...new Set([...offer.uses, ...parts.flatMap((p) => p.uses)])],
		usesExcluded: [...offer.usesExcluded],
		offers: [...offer.offers],
		units: parts.map((part, i) => unit(part, String(i))),
		facts: { outdoor: [], areaBasis: 'unknown', usesAllowed: [...usesAllowed], divisibleFromM2: null, directContact: false }
	});
};
async function listAll(db: Db, ctx: Parameters<typeof findSpaceRow>[0]) {
	const rows: (SpaceRow | null)[] = [];
	for (const { id } of (await db.execute<{ id: string }>(sql`select id from spaces`)).rows) rows.push(await findSpaceRow(ctx, id));
	return rows;
}
const plantWish = (db: Db, wish: Wish) => {
	const { requestId: _r, ...columns } = wish;
	return plantRequest(db, { ...columns, requestKind: 'find_space' } as Parameters<typeof plantRequest>[1]);
};

test('a card never promises less than the score, and never hides a pair that is not excluded', { timeout: 120_000 }, async ({ db, as }) => {
	const spaces = fc.array(fc.tuple(anyOffer, fc.array(anyOffer, { maxLength: 2 })), { minLength: 20, maxLength: 30 });
	await fc.assert(
		fc.asyncProperty(spaces, fc.array(anyWish, { minLength: 8, maxLength: 8 }), async (offers, wishes) => {
			await db.execute(sql`delete from properties`);
			for (const [offer, parts] of offers) await plantOffer(db, offer, parts);
			const everything = await listAll(db, as(null));
			for (const wish of wishes) {
				const { bound, possible } = boundOf({ s: spaceTerms, r: known(cardOf(wish)) }, firstWeights);
				const { rows } = await db.execute<{ id: string; bound: number; possible: boolean }>(
					sql`select space_id as id, ${sql.raw(bound)} as bound, (${sql.raw(possible)}) is true as possible from space_cards`
				);
				for (const space of everything as SpaceRow[]) {
					const { excluded, score } = scoreSpace(offersOf(space), wish, firstWeights).result;
					const card = rows.find(({ id }) => id === space.id);
					if (!excluded)
						expect({ possible: card?.possible, enough: (card?.bound ?? -1) >= score }).toEqual({ possible: true, enough: true });
				}
			}
		}),
		{ numRuns, seed: 2026, endOnFailure: true }
	);
});

test('the database writes the card of a request as we read it from its wish', async ({ db }) => {
	for (const wish of fc.sample(anyWish, { numRuns: 40, seed: 2026 })) {
		const planted = { ...wish, requestKind: 'find_space' as const };
		const { id } = await plantWish(db, planted);
		const [card] = (await db.select().from(requestCards).where(eq(requestCards.requestId, id))) as (RequestCard & { reach: unknown })[];
		const { counted, ...written } = card as typeof requestCards.$inferSelect;
		expect({ ...written, reach: null, requestId: null }).toEqual({ ...cardOf(planted), reach: null, requestId: null });
		const counting = criterionIds.filter((criterion) => criteria[criterion].judge(unknownOffer, planted));
		expect(criterionIds.filter((_, bit) => counted & (1 << bit))).toEqual(counting);
		expect(counted).toBeLessThan(newWords);
	}
});

test('the fast way to spaces gives the scores of scoring every space, in any world', { timeout: 120_000 }, async ({ db, as }) => {
	const world = fc.array(fc.tuple(anyOffer, fc.array(anyOffer, { maxLength: 2 })), { minLength: 15, maxLength: 35 });
	await fc.assert(
		fc.asyncProperty(world, fc.array(anyWish, { minLength: 6, maxLength: 6 }), async (offers, wishes) => {
			await db.execute(sql`delete from properties`);
			for (const [offer, parts] of offers) await plantOffer(db, offer, parts);
			const everything = await listAll(db, as(null));
			for (const wish of wishes) {
				const all = everything.map((space) => scoreSpace(offersOf(space as SpaceRow), wish, firstWeights).result);
				const best = all.filter((r) => !r.excluded).map((r) => r.score);
				const expected = best.sort((a, b) => b - a).slice(0, 5);
				expect((await findMatchesForRequest(as(null), wish, { limit: 5 })).map((hit) => hit.score)).toEqual(expected);
				expect(await findMatchesForRequest(as(null), wish, { limit: 200 })).toHaveLength(best.length);
			}
		}),
		{ numRuns, seed: 2026, endOnFailure: true }
	);
});

test('the fast way to requests gives the scores of scoring every request, in any world', { timeout: 120_000 }, async ({ db, as }) => {
	const world = fc.array(anyWish, { minLength: 15, maxLength: 35 });
	await fc.assert(
		fc.asyncProperty(
			world,
			fc.array(fc.tuple(anyOffer, fc.array(anyOffer, { maxLength: 2 })), { minLength: 6, maxLength: 6 }),
			async (wishes, offers) => {
				await db.execute(sql`delete from properties`);
				await db.execute(sql`delete from actor_profiles`);
				const planted = [];
				for (const wish of wishes) planted.push({ ...wish, requestKind: 'find_space' as const, requestId: (await plantWish(db, wish)).id });
				for (const [offer, parts] of offers) {
					const space = (await findSpaceRow(as(null), (await plantOffer(db, offer, parts)).id)) as SpaceRow;
					const best = planted.map((wish) => scoreSpace(offersOf(space), wish, firstWeights).result).filter((r) => !r.excluded);
					const expected = best.map((r) => r.score).sort((a, b) => b - a);
					expect((await findRequestsForSpace(as(null), space, { limit: 5 })).map((hit) => hit.score)).toEqual(expected.slice(0, 5));
					expect(await findRequestsForSpace(as(null), space, { limit: 200 })).toHaveLength(best.length);
				}
			}
		),
		{ numRuns, seed: 2026, endOnFailure: true }
	);
});

test('both directions give the same pair the same score', async ({ db, as }) => {
	const { id } = await plantSpace(db);
	const request = await plantRequest(db, { uses: ['cafe'] });
	const space = (await findSpaceRow(as(null), id)) as SpaceRow;
	const [forSpace] = await findRequestsForSpace(as(null), space);
	const wish = forSpace?.request as Wish;
	const [forRequest] = await findMatchesForRequest(as(null), wish);
	expect(forSpace?.request.requestId).toBe(request.id);
	expect(forRequest?.result).toEqual(forSpace?.result);
});

test('private, paused and people-seeking requests concern no space; contact data is in no match', async ({ db, as }) => {
	const { id } = await plantSpace(db);
	await plantRequest(db, { visibility: 'private', uses: ['cafe'] });
	await plantRequest(db, { requestState: 'paused', uses: ['cafe'] });
	await plantRequest(db, { requestKind: 'find_group_members', uses: ['cafe'] });
	const space = (await findSpaceRow(as(null), id)) as SpaceRow;
	expect(await findRequestsForSpace(as(null), space)).toEqual([]);
	await plantRequest(db, { uses: ['cafe'] });
	const found = await findRequestsForSpace(as(null), space);
	expect(found).toHaveLength(1);
	expect(JSON.stringify(found)).not.toMatch(/kontakt-|0170|@/);
});

test('near misses are told apart on both sides, with the one change that would help', async ({ db, as }) => {
	const { id } = await plantSpace(db, { lat: 53.0146 + 33 / 111.195, uses: ['cafe', 'workshop_makerspace'] });
	await plantRequest(db, { regionIsHard: true });
	const space = (await findSpaceRow(as(null), id)) as SpaceRow;
	const [miss] = await findNearMissesForSpace(as(null), space);
	expect(miss?.miss.text).toBe('passt, wenn der Umkreis 10 km größer wäre (35 km statt 25 km)');
	const [other] = await findNearMissesForRequest(as(null), miss?.request as Wish);
	expect(other?.miss).toEqual(miss?.miss);
});
