import { expect, test } from 'vitest';
import { placeSteps, stateAfter, stepsFrom, whyNotStep, type PlaceStep } from './place-state.ts';
import { placeStates, type PlaceState } from './vocabulary.ts';

const states = Object.keys(placeStates) as PlaceState[];
const steps = Object.keys(placeSteps) as PlaceStep[];
const all = steps.flatMap((step) => states.map((state) => ({ step, state })));

test.for(all.filter(({ step, state }) => !placeSteps[step].from.includes(state)))('$step is forbidden from $state', ({ step, state }) => {
	expect(whyNotStep({ state, step, awardedOn: null, reason: 'darum' })).toMatchObject({ code: 'not-from-here' });
});

test.for(all.filter(({ step, state }) => placeSteps[step].from.includes(state)))('$step leads on from $state', ({ step, state }) => {
	expect(whyNotStep({ state, step, awardedOn: null, reason: 'darum' })).toBeNull();
});

test('what must be grounded is refused without a reason', () => {
	for (const step of ['rest', 'revoke'] as const)
		expect(whyNotStep({ state: 'awarded', step, awardedOn: null, reason: ' ' })).toMatchObject({ code: 'reason-missing' });
});

test('a place wakes up as what it was when it fell asleep', () => {
	expect(stateAfter({ step: 'resume', awardedOn: '2025-01-01' })).toBe('awarded');
	expect(stateAfter({ step: 'resume', awardedOn: null })).toBe('emerging');
});

test('an award is no button, and only the network ends one', () => {
	expect(states.flatMap((state) => stepsFrom(state, true))).not.toContain('award');
	expect(stepsFrom('awarded', false)).toEqual(['rest']);
	expect(stepsFrom('awarded', true)).toEqual(['rest', 'revoke']);
});
