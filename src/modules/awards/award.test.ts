import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	followsOrder,
	objectionStates,
	objectionStepNames,
	objectionSteps,
	standstillEnd,
	standstillFrom,
	whyNotChosen,
	whyNotObjectionStep,
	whyNotVotes,
	type ObjectionFact,
	type ObjectionState
} from './award.ts';
import { proposedReason } from './evaluation.ts';
import { drawn, seedOf, sharedRanks, withLots } from './lot.ts';
import { publicPlaces, type Place } from './result.ts';
import { volumesOf } from './volumes.ts';

test('every step of an objection that is not in the table is refused', () => {
	for (const state of Object.keys(objectionStates) as ObjectionState[])
		for (const step of objectionStepNames)
			expect(whyNotObjectionStep(state, step)?.code ?? 'goes', `${state} ${step}`).toBe(
				objectionSteps[step].from === state ? 'goes' : 'not-from-here'
			);
});

test('the standstill ends with a day, through the change of the clocks too', () => {
	expect(standstillFrom(new Date('2026-11-22T10:00:00Z')).toISOString()).toBe('2026-12-07T23:00:00.000Z');
	expect(standstillFrom(new Date('2026-10-20T21:59:00Z')).toISOString()).toBe('2026-11-04T23:00:00.000Z');
	expect(standstillFrom(new Date('2027-03-20T10:00:00Z')).toISOString()).toBe('2027-04-04T22:00:00.000Z');
});

test('an open objection has no end, an answer leaves a week, one taken back changes nothing', () => {
	const until = new Date('2026-12-07T23:00:00Z');
	const fact = (state: ObjectionState, answeredAt: string | null): ObjectionFact => ({
		...{ state, effect: null, answeredAt: answeredAt === null ? null : new Date(answeredAt) }
	});
	expect(standstillEnd(until, [fact('rejected', '2026-12-01T10:00:00Z'), fact('raised', null)])).toBeNull();
	expect(standstillEnd(until, [fact('rejected', '2026-12-06T10:00:00Z')])?.toISOString()).toBe('2026-12-13T23:00:00.000Z');
	expect(standstillEnd(until, [fact('withdrawn', '2026-12-06T10:00:00Z')])).toEqual(until);
	expect(standstillEnd(until, [fact('rejected', '2026-11-24T10:00:00Z')])).toEqual(until);
});

test('who is awarded follows the order, or a reason is asked for', () => {
	const places = ['a', 'b', 'c', 'd'].map((conceptId, n) => ({ conceptId, rank: n + 1 }));
	const says = (awarded: string, reserves: string[], deviation = '') =>
		whyNotChosen(places, { awarded, reserves, deviation })?.code ?? 'good';
	expect([says('a', []), says('a', ['b']), says('a', ['c', 'b'])]).toEqual(['good', 'good', 'good']);
	expect([says('b', []), says('a', ['c']), says('b', ['a'])]).toEqual(['no-deviation', 'no-deviation', 'no-deviation']);
	expect([says('b', [], 'Näher.'), says('x', []), says('a', ['a'])]).toEqual(['good', 'no-winner', 'bad-reserve']);
	const tied = places.map((place) => ({ ...place, rank: place.conceptId === 'b' ? 1 : place.rank }));
	expect(followsOrder(tied, { awarded: 'a', reserves: [] })).toBe(false);
	const unranked = places.map(({ conceptId }) => ({ conceptId, rank: null }));
	expect(whyNotChosen(unranked, { awarded: 'c', reserves: ['a'], deviation: '' })).toBeNull();
});

test('votes: a council counts them, a mayor does not have to, and a draw decides nothing', () => {
	const none = { votesFor: null, votesAgainst: null, abstentions: null };
	expect([whyNotVotes('council', none)?.code, whyNotVotes('mayor', none)]).toEqual(['no-votes', null]);
	expect(whyNotVotes('mayor', { ...none, votesFor: 3, votesAgainst: 3 })?.code).toBe('no-majority');
	expect(whyNotVotes('council', { ...none, votesFor: 1 })).toBeNull();
});

test('a drawing depends on word and announcement alone, never on the order of tickets, and each is drawn once', async () => {
	await fc.assert(
		fc.asyncProperty(fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 8 }), fc.string({ minLength: 1 }), async (ids, word) => {
			const tickets = ids.map((conceptId, n) => ({ conceptId, number: n + 1 }));
			const seed = await seedOf('p', 'a', word);
			const order = await drawn(seed, tickets);
			expect(await drawn(seed, [...tickets].reverse())).toEqual(order);
			expect([...order].sort()).toEqual([...ids].sort());
		}),
		{ numRuns: 50 }
	);
	const firsts = new Set<string | undefined>();
	for (let n = 0; n < 40; n++)
		firsts.add(
			(
				await drawn(
					await seedOf('p', 'a', `Wort ${n}`),
					['x', 'y', 'z'].map((conceptId, i) => ({ conceptId, number: i + 1 }))
				)
			)[0]
		);
	expect(firsts.size).toBe(3);
});

test('after the lot nobody shares a rank, and who was not tied stays where they were', () => {
	const ranking = ['a', 'b', 'c', 'd', 'e'].map((id, n) => ({ id, rank: [1, 2, 2, 2, 5][n] ?? 0 }));
	expect(sharedRanks(ranking)).toEqual([['b', 'c', 'd']]);
	expect(withLots(ranking, [['d', 'b', 'c']])).toEqual(['a', 'd', 'b', 'c', 'e'].map((id, n) => ({ id, rank: n + 1 })));
});

const places: Place[] = [
	{ applicant: 'Erna', title: 'Hof', rank: 2, outcome: 'reserve', points: 5000 },
	{ applicant: 'Amt', title: 'Amt', rank: null, outcome: 'excluded', points: null },
	{ applicant: 'Werk', title: 'Halle', rank: 1, outcome: 'awarded', points: 9000 }
];
test('the public reads what was promised and not a field more', () => {
	expect(publicPlaces('winner', places)).toEqual([{ outcome: 'awarded', rank: null, points: null, name: 'Werk', title: 'Halle' }]);
	expect(publicPlaces('ranking', places)).toEqual([
		{ outcome: 'awarded', rank: 1, points: 9000, name: 'Werk', title: 'Halle' },
		{ outcome: 'reserve', rank: 2, points: 5000, name: null, title: null }
	]);
	expect(publicPlaces('named', places).map(({ name }) => name)).toEqual(['Werk', 'Erna']);
});

test('what convinced is said of a jury only where there is one', () => {
	const items = [{ id: 'a', title: 'Nutzen', most: 2000 }];
	expect(proposedReason(items, { a: 2000 }, { hasJury: true })).toBe('Am meisten überzeugt hat die Jury: Nutzen (20,00 von 20,00).');
	expect(proposedReason(items, { a: 2000 }, { hasJury: false })).toBe('Am meisten überzeugt hat: Nutzen (20,00 von 20,00).');
});

test('volumes hold every row once and in order, whatever their size', () => {
	fc.assert(
		fc.property(fc.array(fc.array(fc.nat(9999), { maxLength: 30 }), { maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (tables, most) => {
			const blocks = tables.flatMap((rows, n) => [
				{ kind: 'heading' as const, text: `Tabelle ${n}` },
				{ kind: 'table' as const, columns: [{ title: 'a', share: 1 }], rows: rows.map((row) => [String(row)]) }
			]);
			const volumes = volumesOf(blocks, most);
			const rows = volumes.flat().flatMap((block) => (block.kind === 'table' ? block.rows.map(([cell]) => Number(cell)) : []));
			expect(rows).toEqual(tables.flat());
			for (const volume of volumes) expect(volume.some(({ kind }) => kind === 'heading')).toBe(true);
		})
	);
});
