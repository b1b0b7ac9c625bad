import { monthsAfter } from '#lib/calendar.ts';
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { endWarningDue, nextInLine, states, stepNames, steps, whyNotStep, whyNotTerm, type Asked, type State } from './option.ts';
import { shownHolder } from './stand.ts';

const asked = (over: Partial<Asked> = {}): Asked => ({
	...{ state: 'active', step: 'lapse', reason: 'Die Finanzierung steht nicht.', today: '2027-11-01', standstillUntil: null, remedies: [] },
	...{ startsOn: '2027-01-01', endsOn: '2027-10-31', extensionCount: 0, mostExtensions: 1 },
	...over
});
const codeOf = (over: Partial<Asked>) => whyNotStep(asked(over))?.code ?? null;

test('every step that is not in the table is refused, from every state', () => {
	for (const state of Object.keys(states) as State[])
		for (const step of stepNames) {
			const day = step === 'extend' ? '2028-01-31' : '2027-10-01';
			const not = whyNotStep(asked({ state, step, day }));
			expect(not?.code === 'not-from-here', `${state} → ${step}`).toBe(!steps[step].from.includes(state));
			if (steps[step].from.includes(state)) expect(not, `${state} → ${step}`).toBeNull();
		}
});

test('an option that lapses during the standstill is refused, and so is a contract', () => {
	expect(whyNotStep(asked({ standstillUntil: '2027-11-15' }))?.message).toBe(
		'Bis zum 15.11.2027 läuft die Wartefrist nach der Entscheidung. Vorher läuft keine Anhandgabe aus. Bitte danach noch einmal.'
	);
	expect(codeOf({ step: 'fulfil', day: '2027-10-01', standstillUntil: '2027-11-15' })).toBe('standstill');
});

test('giving back is free at any time, even during the standstill and a period to remedy', () => {
	const remedies = [{ until: '2027-12-31', state: 'open' as const }];
	expect(codeOf({ step: 'give_back', standstillUntil: '2027-11-15', remedies, today: '2027-02-01' })).toBeNull();
});

test('nothing lapses while a period to remedy runs, not even after the end', () => {
	expect(codeOf({ remedies: [{ until: '2027-12-31', state: 'open' }] })).toBe('remedy-runs');
	expect(codeOf({ remedies: [{ until: '2027-11-01', state: 'open' }] })).toBe('remedy-runs');
	expect(codeOf({ remedies: [{ until: '2027-10-31', state: 'open' }] })).toBeNull();
});

test('before its end an option lapses only after a period to remedy was wasted', () => {
	const today = '2027-06-01';
	expect(codeOf({ today })).toBe('not-over');
	expect(codeOf({ today: '2027-10-31' })).toBe('not-over');
	expect(codeOf({ today, remedies: [{ until: '2027-05-01', state: 'met' }] })).toBe('not-over');
	expect(codeOf({ today, remedies: [{ until: '2027-05-01', state: 'failed' }] })).toBeNull();
});

test('an extension needs a later day, a reason, and one that was agreed', () => {
	const extend = { step: 'extend', day: '2028-01-31' } as const;
	expect(codeOf(extend)).toBeNull();
	expect(codeOf({ ...extend, reason: '  ' })).toBe('no-reason');
	expect(codeOf({ ...extend, day: '2027-10-31' })).toBe('not-later');
	expect(codeOf({ ...extend, extensionCount: 1 })).toBe('no-more-extensions');
	expect(codeOf({ ...extend, mostExtensions: 0 })).toBe('no-more-extensions');
	expect(codeOf({ ...extend, day: '2062-01-01' })).toBe('too-long');
});

test('a contract has a day between the beginning and today', () => {
	for (const day of ['2026-12-31', '2027-11-02', undefined]) expect(codeOf({ step: 'fulfil', day })).toBe('contract-day');
	expect(codeOf({ step: 'fulfil', day: '2027-11-01' })).toBeNull();
});

test('a term has an end after its beginning, and nobody types 2062 by mistake', () => {
	expect(whyNotTerm({ startsOn: '2027-01-01', endsOn: '2027-01-01' })?.code).toBe('order');
	expect(whyNotTerm({ startsOn: '2027-01-01', endsOn: '2062-01-01' })?.code).toBe('too-long');
	expect(whyNotTerm({ startsOn: '2027-01-01', endsOn: '2027-11-01' })).toBeNull();
});

test('months are months of the calendar', () => {
	expect(monthsAfter('2027-01-31', 1)).toBe('2027-02-28');
	expect(monthsAfter('2027-11-15', 10)).toBe('2028-09-15');
	expect(monthsAfter('2028-03-31', -1)).toBe('2028-02-29');
});

test('months never skip a month, whatever the day', () => {
	fc.assert(
		fc.property(
			fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
			fc.integer({ min: 0, max: 48 }),
			(from, n) => {
				const day = from.toISOString().slice(0, 10);
				const [year = 0, month = 0] = day.split('-').map(Number);
				const expected = new Date(Date.UTC(year, month - 1 + n, 1)).toISOString().slice(0, 7);
				expect(monthsAfter(day, n).slice(0, 7)).toBe(expected);
			}
		)
	);
});

test('whoever was awarded comes first, then who waits by rank; equal ranks are a choice', () => {
	const place = (conceptId: string, outcome: 'awarded' | 'reserve' | 'not_awarded' | 'excluded', rank: number | null) => ({
		conceptId,
		outcome,
		rank
	});
	const places = [
		place('c', 'reserve', 3),
		place('b', 'reserve', 2),
		place('a', 'awarded', 1),
		place('d', 'not_awarded', 4),
		place('e', 'excluded', null)
	];
	expect(nextInLine(places, new Set()).map(({ conceptId }) => conceptId)).toEqual(['a']);
	expect(nextInLine(places, new Set(['a'])).map(({ conceptId }) => conceptId)).toEqual(['b']);
	expect(nextInLine(places, new Set(['a', 'b', 'c']))).toEqual([]);
	const tied = [place('x', 'reserve', 2), place('y', 'reserve', 2)];
	expect(nextInLine(tied, new Set()).map(({ conceptId }) => conceptId)).toEqual(['x', 'y']);
});

test('the office is warned 60 and 14 days before the end and once after it, each once', () => {
	const due = (today: string, warned: number) => endWarningDue({ endsOn: '2027-10-31', warned }, today);
	expect(due('2027-08-31', 0)).toBe(0);
	expect(due('2027-09-01', 0)).toBe(1);
	expect(due('2027-09-02', 1)).toBe(0);
	expect(due('2027-10-17', 1)).toBe(2);
	expect(due('2027-10-31', 2)).toBe(0);
	expect(due('2027-11-01', 2)).toBe(3);
	expect(due('2027-12-01', 3)).toBe(0);
});

test('a successor is named only with a contract, or where all names are published', () => {
	const known = { state: 'active', openness: 'ranking', isAwarded: false, holderName: 'Werkhof' } as const;
	expect(shownHolder(known)).toBeNull();
	expect(shownHolder({ ...known, state: 'fulfilled' })).toBe('Werkhof');
	expect(shownHolder({ ...known, openness: 'named' })).toBe('Werkhof');
	expect(shownHolder({ ...known, isAwarded: true })).toBe('Werkhof');
});
