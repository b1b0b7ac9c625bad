import { expect, test } from 'vitest';
import { duration, minutesOf, packBrief, patience, type Waiting } from './brief.ts';

const start = Date.parse('2026-11-23T06:00:00Z');
const day = 86_400_000;
const now = new Date(start);
const item = (id: string, minutes: number, { waits = 0, due }: { waits?: number; due?: number } = {}): Waiting => ({
	...{ id, minutes, createdAt: new Date(start - waits * day), dueAt: due === undefined ? null : new Date(start + due * day) }
});
const ids = (items: Waiting[]) => items.map(({ id }) => id);

test('what is due before the next brief comes before what is older; of the rest the oldest first', () => {
	const items = [item('old', 20, { waits: 10 }), item('young', 20), item('due', 20, { due: 3 }), item('later', 20, { waits: 1, due: 20 })];
	expect(ids(packBrief(items, { budget: 60, now }).packed)).toEqual(['due', 'old', 'later']);
});

test('what does not fit waits, and something smaller behind it may come', () => {
	const { packed, waiting } = packBrief([item('a', 40, { waits: 3 }), item('b', 30, { waits: 2 }), item('c', 15, { waits: 1 })], {
		budget: 60,
		now
	});
	expect(ids(packed)).toEqual(['a', 'c']);
	expect(ids(waiting)).toEqual(['b']);
});

test('larger than the whole budget comes alone, when it is its turn', () => {
	const large = item('large', 90, { waits: 5 });
	expect(ids(packBrief([item('small', 5), large], { budget: 60, now }).packed)).toEqual(['large']);
	expect(ids(packBrief([item('urgent', 5, { due: 2 }), large], { budget: 60, now }).packed)).toEqual(['urgent']);
});

test('of those that have waited too long one comes first, however much else is urgent', () => {
	const items = [item('patient', 30, { waits: patience + 1 }), ...Array.from({ length: 9 }, (_, n) => item(`due-${n}`, 10, { due: 2 }))];
	const { packed } = packBrief(items, { budget: 60, now });
	expect(ids(packed)).toEqual(['patient', 'due-0', 'due-1', 'due-2']);
});

/** A year of weeks with a repeatable stream of things, most small, some urgent, a few larger than the whole budget. */
function aYear(seed: number, { budget, load }: { budget: number; load: number }) {
	let state = seed;
	const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
	let queue: Waiting[] = [];
	const weeks: Waiting[][] = [];
	const waited = new Map<string, number>();
	for (let week = 0; week < 52; week++) {
		const at = new Date(start + week * 7 * day);
		for (let asked = 0, n = 0; asked < budget * load; n++) {
			const minutes = n === 0 && week % 9 === 4 ? budget + 30 : 1 + Math.floor(random() * 20);
			const createdAt = new Date(at.getTime() - random() * 7 * day);
			const dueAt = random() < 0.3 && minutes <= budget ? new Date(at.getTime() + (2 + random() * 20) * day) : null;
			queue.push({ id: `${week}-${n}`, minutes, createdAt, dueAt });
			asked += minutes;
		}
		queue = queue.filter(({ dueAt }) => dueAt === null || dueAt > at);
		const { packed, waiting } = packBrief(queue, { budget, now: at });
		weeks.push(packed);
		for (const { id, createdAt } of packed) waited.set(id, (at.getTime() - createdAt.getTime()) / day);
		queue = waiting;
	}
	return { weeks, waited, left: queue };
}

test.for([1, 7, 42, 2026])('a year of briefs (stream %i): no week over the budget but for one thing alone, and nothing starves', (seed) => {
	const budget = 60;
	const { weeks, waited, left } = aYear(seed, { budget, load: 0.8 });
	for (const packed of weeks) expect(minutesOf(packed) <= budget || packed.length === 1).toBe(true);
	expect(Math.max(...waited.values())).toBeLessThan(patience * 3);
	const end = start + 51 * 7 * day;
	expect(left.filter(({ createdAt }) => end - createdAt.getTime() > patience * 3 * day)).toEqual([]);
	expect(new Set(weeks.flat().map(({ id }) => id)).size).toBe(weeks.flat().length);
});

test('asked more than there is time for, in every week the oldest still moves', () => {
	const { weeks } = aYear(3, { budget: 60, load: 2 });
	const late = weeks
		.slice(10)
		.filter((packed, n) => packed.some(({ createdAt }) => start + (n + 10) * 7 * day - createdAt.getTime() > patience * day));
	expect(late.length).toBeGreaterThan(38);
});

test('a length of time reads as people say it', () => {
	expect([1, 45, 60, 120, 85, 125].map(duration)).toEqual([
		'1 Minute',
		'45 Minuten',
		'1 Stunde',
		'2 Stunden',
		'85 Minuten',
		'2:05 Stunden'
	]);
});
