import { expect, test } from 'vitest';
import type { Viewer } from './desk-pages.ts';
import { nextDayOf, nextStepOf } from './next-step.ts';
import { states, type State } from './procedure.ts';
import { isPublic } from './way.ts';

const now = new Date('2026-12-01T10:00:00Z');
const timeline = {
	first_until: { day: '2026-12-04', time: '12:00' },
	deadline: { day: '2027-03-01', time: '12:00' },
	jury_on: { day: '2026-11-30' }
};
const manager: Viewer & { kind: 'two_stage'; round: number } = {
	...{ isDesk: true, isTown: true, state: 'open', roles: ['manager'], isOpener: true, kind: 'two_stage', round: 2 }
};
const at = (change: Partial<typeof manager>) => nextStepOf({ ...manager, ...change }, { timeline, now });

test('from publication on there is always a next step, or it says that there is none', () => {
	for (const state of Object.keys(states) as State[]) {
		const step = at({ state });
		expect(step === null, state).toBe(!isPublic(state));
		if (step) expect(step.link === null, state).toBe(state === 'done' || state === 'cancelled');
	}
});

test('it says until when, of the stage that is on, and when the day has passed', () => {
	expect(at({})?.due).toEqual({ text: 'Abgabe bis: Mo., 01.03.2027, 12:00 Uhr', isOver: false });
	expect(at({ round: 1 })?.due?.text).toBe('Skizze und Eignung bis: Fr., 04.12.2026, 12:00 Uhr');
	expect(at({ state: 'scoring' })?.due).toEqual({ text: 'Jurysitzung: Mo., 30.11.2026', isOver: true });
	expect(at({ state: 'precheck' })?.due).toBeNull();
});

test('a day that this kind does not have is not spoken of, also where a draft was of another kind before', () => {
	const left = { ...timeline, precheck_until: { day: '2027-03-15' }, decision_on: { day: '2027-04-01' } };
	for (const kind of ['room_grant', 'expression_of_interest'] as const)
		expect(nextStepOf({ ...manager, kind, round: 1, state: 'precheck' }, { timeline: left, now })?.due?.text).toBe(
			'Entscheidung: Do., 01.04.2027'
		);
});

test('whoever only prepares hears that others do it, and gets no link to a closed door', () => {
	expect(at({ state: 'scoring', roles: [] })).toMatchObject({ link: null, isOthers: true });
	expect(at({ state: 'open', isTown: false })).toMatchObject({ link: null, isOthers: true });
	expect(at({ state: 'done' })).toMatchObject({ link: null, isOthers: false });
});

test('a list names the next day, of a draft the day of the call, and none when all is over', () => {
	const asked = { kind: 'two_stage' as const, timeline: { publish: { day: '2026-11-02' }, ...timeline } };
	expect(nextDayOf({ ...asked, state: 'open' }, now)).toBe('Skizze und Eignung bis: Fr., 04.12.2026, 12:00 Uhr');
	expect(nextDayOf({ ...asked, state: 'draft' }, now)).toBe('Aufruf veröffentlichen: Mo., 02.11.2026');
	expect(nextDayOf({ ...asked, state: 'open' }, new Date('2028-01-01T00:00:00Z'))).toBeNull();
	for (const state of ['contract', 'works', 'done', 'cancelled'] as const) expect(nextDayOf({ ...asked, state }, now), state).toBeNull();
	const early = new Date('2026-10-20T10:00:00Z');
	expect(nextDayOf({ ...asked, state: 'open' }, early), 'a call may come before its day').not.toMatch(/^Aufruf/);
});
