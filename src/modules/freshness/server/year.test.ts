import { eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db.ts';
import { plantRequest } from '#testing/requests.ts';
import { plantSpace } from '#testing/spaces.ts';
import { cast } from '#testing/cast.ts';
import { expect, test } from '#testing/world.ts';
import { absences, notices } from '#modules/people/server/post-tables.ts';
import { properties, spaces } from '#modules/properties/server/tables.ts';
import { spaceCards } from '#modules/matching/server/tables.ts';
import { addDays, type FreshAnswer } from '../freshness.ts';
import { giveFreshAnswer } from './internal/give-fresh-answer.ts';
import { freshnessAsks, freshnessEntries } from './tables.ts';
import { tendFreshness } from './tend-freshness.ts';

const start = new Date('2026-01-05T05:00:00Z');
const days = 400;

/** A number that is the same for the same two: what the people of this world do. */
const dice = (n: number, m: number): number => {
	let h = (n * 2654435761 + m * 40503) >>> 0;
	h = Math.imul(h ^ (h >>> 15), 2246822519) >>> 0;
	return ((h ^ (h >>> 13)) >>> 0) / 2 ** 32;
};

type Temper = 'silent' | 'faithful' | 'late' | 'changing';
const tempers: readonly Temper[] = ['silent', 'faithful', 'late', 'changing'];

async function plantWorld(db: Db) {
	const entries = new Map<string, { kind: 'property' | 'request'; temper: Temper; n: number }>();
	for (let n = 0; n < 32; n++) {
		const confirmed = addDays(start, -Math.floor(dice(n, 1) * 170));
		const property = { lastConfirmedAt: confirmed, publishedAt: confirmed, ownerPersonId: n % 3 ? null : cast.hanna.id };
		const { id } = await plantSpace(db, { title: `Haus ${n}`, lastConfirmedAt: confirmed, publishedAt: confirmed, property });
		entries.set(id, { kind: 'property', temper: tempers[n % 4] ?? 'silent', n });
	}
	for (let n = 32; n < 40; n++) {
		const confirmed = addDays(start, -Math.floor(dice(n, 1) * 80));
		const { id } = await plantRequest(db, { publishedAt: confirmed, lastConfirmedAt: confirmed, expiresAt: addDays(start, 5000) });
		entries.set(id, { kind: 'request', temper: tempers[n % 4] ?? 'silent', n });
	}
	return entries;
}

const answerOf = (temper: Temper, n: number, waited: number): FreshAnswer | null => {
	if (temper === 'faithful') return waited >= 2 ? 'still' : null;
	if (temper === 'late') return waited >= 60 + (n % 3) * 20 ? 'still' : null;
	if (temper === 'changing') return waited >= 5 ? 'changed' : null;
	return null;
};

type State = typeof freshnessEntries.$inferSelect;
const ladder = ['current', 'asked', 'marked', 'hidden', 'archived'];

test('four hundred days: every rule holds on every one of them', { timeout: 180_000 }, async ({ db, as }) => {
	const entries = await plantWorld(db);
	const away = { from: addDays(start, 100), to: addDays(start, 140) };
	await db.insert(absences).values({ personId: cast.hanna.id, startsAt: away.from, endsAt: away.to });
	const before = new Map<string, State>();
	const firstIntervals = new Map<string, number>();
	const seen = new Set<string>();
	for (let day = 0; day < days; day++) {
		const now = addDays(start, day);
		const ctx = { ...as(null), now };
		await tendFreshness(ctx);
		const rows = await db.select().from(freshnessEntries);
		for (const row of rows) {
			const was = before.get(row.entryId);
			firstIntervals.set(row.entryId, firstIntervals.get(row.entryId) ?? row.intervalDays);
			// no step is skipped, and below "asked" only what was asked about twice
			expect(ladder.indexOf(row.step) - ladder.indexOf(was?.step ?? 'current')).toBeLessThanOrEqual(1);
			if (ladder.indexOf(row.step) > 1) expect(row.asks).toBeGreaterThanOrEqual(2);
			if (row.step === 'archived') expect([row.reached, was?.step === 'hidden' || was?.step === 'archived']).toEqual([1, true]);
			seen.add(`${row.kind} ${row.step}`);
			before.set(row.entryId, row);
		}
		const asked = await db.select().from(freshnessAsks);
		for (const ask of asked.filter(({ askedAt }) => askedAt.getTime() === now.getTime())) {
			const earlier = asked.filter((a) => a.entryId === ask.entryId && a.askedAt < ask.askedAt);
			// nobody twice within the interval
			for (const one of earlier) expect(now.getTime() - one.askedAt.getTime()).toBeGreaterThanOrEqual(60 * 86_400_000);
			// nobody while they are away
			if (ask.personId === cast.hanna.id) expect(now >= away.from && now < away.to).toBe(false);
		}
		for (const ask of asked.filter(({ answer }) => !answer)) {
			const who = entries.get(ask.entryId);
			const answer = who && answerOf(who.temper, who.n, Math.round((now.getTime() - ask.askedAt.getTime()) / 86_400_000));
			if (!answer) continue;
			await giveFreshAnswer(ctx, { askId: ask.id, answer, words: '', byId: ask.personId });
			const [row] = await db.select().from(freshnessEntries).where(eq(freshnessEntries.entryId, ask.entryId));
			// an answer at any moment resets
			if (row && row.step !== 'archived') {
				expect(row).toMatchObject({ step: 'current', asks: 0, since: now });
				expect(row.nextAt).toEqual(addDays(now, row.intervalDays));
				before.set(row.entryId, row);
			}
		}
	}
	const end = await db.select().from(freshnessEntries);
	const of = (temper: Temper, kind = 'property') => end.filter((row) => row.kind === kind && entries.get(row.entryId)?.temper === temper);
	expect([...seen].sort()).toEqual([
		'property archived',
		'property asked',
		'property current',
		'property hidden',
		'property marked',
		'request asked',
		'request current',
		'request hidden',
		'request marked'
	]);
	expect(new Set(of('silent').map(({ step }) => step))).toEqual(new Set(['archived']));
	expect(new Set(of('silent', 'request').map(({ step }) => step))).toEqual(new Set(['hidden']));
	for (const row of of('faithful')) expect(row.intervalDays).toBeGreaterThan(firstIntervals.get(row.entryId) ?? 0);
	for (const row of of('changing')) expect(row.intervalDays).toBe(90);
	// the tables of others say the same as the clocks
	for (const row of end.filter(({ kind }) => kind === 'property')) {
		const [house] = await db.select().from(properties).where(eq(properties.id, row.entryId));
		const [space] = await db.select().from(spaces).where(eq(spaces.id, row.entryId));
		const [card] = await db.select().from(spaceCards).where(eq(spaceCards.spaceId, row.entryId));
		const stale = row.step === 'current' || row.step === 'asked' ? null : row.step;
		expect(house?.stale ?? null).toBe(stale);
		expect([Boolean(space), Boolean(card)]).toEqual([stale !== 'archived', stale !== 'archived' && stale !== 'hidden']);
	}
	// nobody hears of the same question twice
	const told = await db.select().from(notices);
	expect(new Set(told.map((n) => `${n.personId} ${n.kind} ${n.subjectId}`)).size).toBe(told.length);
});
