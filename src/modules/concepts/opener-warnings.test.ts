import { expect, test } from 'vitest';
import { isFresh, openerWarningsOf, reminderOn } from './opener-warnings.ts';

const now = new Date('2027-03-01T10:00:00Z');
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
const opener = (name: string, more = {}) => ({ name, isAccount: true, hasKey: true, triedAt: days(-1), share: 'whole' as const, ...more });
const three = [opener('Ines'), opener('Friedrich'), opener('Oskar')];
const codes = (openers: Parameters<typeof openerWarningsOf>[0]['openers'], more = {}) =>
	openerWarningsOf({ kind: 'single_stage', state: 'open', isClosed: true, deadline: days(20), now, openers, ...more }).map(
		({ code }) => code
	);

test('three who tried their keys lately: nothing stands out', () => {
	expect(codes(three)).toEqual([]);
	expect(codes(three, { isClosed: false, state: 'scoring' })).toEqual([]);
});

test('two left, one who waits, one who did not try for long', () => {
	expect(codes(three.slice(0, 2))).toEqual(['no-spare']);
	expect(codes([...three.slice(0, 2), opener('Katrin', { share: 'half' })])).toEqual(['no-spare', 'waiting']);
	expect(codes([...three, opener('Katrin', { triedAt: days(-31) })])).toEqual(['stale']);
	expect(codes([...three, opener('Katrin', { triedAt: null })])).toEqual(['stale']);
	const [few] = openerWarningsOf({ kind: 'single_stage', state: 'open', isClosed: true, deadline: null, now, openers: [] });
	expect(few?.title).toBe('Es sind zu wenige da, die öffnen können.');
});

test('before the publication: no account, too few keys, untried', () => {
	const draft = { isClosed: false, state: 'ready' };
	expect(codes([...three, opener('Tim', { isAccount: false, hasKey: false })], draft)).toEqual(['no-account']);
	expect(codes([...three.slice(1), opener('Tim', { hasKey: false, triedAt: null })], draft)).toEqual(['few-keys']);
	expect(codes([...three.slice(1), opener('Tim', { triedAt: null })], draft)).toEqual(['untried']);
});

test('a key is fresh for thirty days, and reminders come at fourteen, seven and two days', () => {
	expect([isFresh({ triedAt: days(-30) }, now), isFresh({ triedAt: days(-31) }, now), isFresh({ triedAt: null }, now)]).toEqual([
		true,
		false,
		false
	]);
	expect([20, 14, 8, 7, 3, 2, 0.1, -1].map((n) => reminderOn(days(n), now))).toEqual([null, 14, 14, 7, 7, 2, 2, null]);
	expect(reminderOn(null, now)).toBeNull();
});
