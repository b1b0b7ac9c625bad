import { expect, test } from 'vitest';
import { states, stepNames, stepsFrom, whyNotStep, type State, type Step } from './procedure.ts';

const allowed: [State, Step][] = [
	['draft', 'finish'],
	['draft', 'discard'],
	['ready', 'reopen'],
	['ready', 'discard'],
	['discarded', 'restore']
];

test('every step that is not in the table is refused by name', () => {
	for (const state of Object.keys(states) as State[])
		for (const step of stepNames) {
			const not = whyNotStep({ state, step, reason: 'Der Rat will es anders.', missing: [] });
			const may = allowed.some(([from, name]) => from === state && name === step);
			expect(not?.code ?? null, `${step} from ${state}`).toBe(may ? null : 'not-from-here');
			expect(stepsFrom(state).includes(step)).toBe(may);
		}
});

test('taking back and discarding say why; finishing names what is missing', () => {
	expect(whyNotStep({ state: 'ready', step: 'reopen', reason: ' ', missing: [] })).toMatchObject({ code: 'no-reason', field: 'reason' });
	expect(whyNotStep({ state: 'draft', step: 'discard', missing: [] })?.code).toBe('no-reason');
	expect(whyNotStep({ state: 'draft', step: 'finish', missing: ['Das Ziel fehlt.'] })?.message).toBe('Das fehlt noch: Das Ziel fehlt.');
});
