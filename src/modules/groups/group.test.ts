import { expect, test } from 'vitest';
import {
	groupStateAfter,
	groupStates,
	groupStepNames,
	groupSteps,
	whyGone,
	whyNotGroupStep,
	type GroupFacts,
	type GroupState,
	type GroupStep
} from './group.ts';
import { leaving, whyNotRemove, whyNotStepDown } from './member.ts';

const ready: GroupFacts = {
	state: 'forming',
	isShown: false,
	isBeforeTown: false,
	idea: 'Holz, Räder und Kaffee unter einem Dach, fünf Tage offen.',
	hasTown: true,
	openSteps: [],
	reason: 'Wir haben uns verlaufen.'
};
const alive: readonly GroupState[] = ['forming', 'visible', 'established'];

/** Where each step may begin; everything else is forbidden. */
const allowed: Record<GroupStep, readonly GroupState[]> = {
	show: alive,
	hide: alive,
	turn: alive,
	take_back: alive,
	establish: ['forming', 'visible'],
	dissolve: alive
};
const tries = groupStepNames.flatMap((step) => (Object.keys(groupStates) as GroupState[]).map((state) => ({ step, state })));

test.for(tries)('$step from $state', ({ step, state }) => {
	const facts = { ...ready, state, isShown: step === 'hide', isBeforeTown: step === 'take_back' };
	const not = whyNotGroupStep(step, facts);
	if (allowed[step].includes(state)) expect(not).toBeNull();
	else expect(not).toMatchObject({ code: 'not-from-here', message: expect.stringContaining(groupSteps[step].text) });
});

test.for([
	['show', { idea: 'Holz.' }, 'no-idea'],
	['show', { isShown: true }, 'shown-already'],
	['hide', {}, 'hidden-already'],
	['turn', { hasTown: false }, 'no-town'],
	['turn', { isBeforeTown: true }, 'turned-already'],
	['take_back', {}, 'not-turned'],
	['establish', { openSteps: null }, 'no-form'],
	['establish', { openSteps: ['Satzung entwerfen'] }, 'steps-open'],
	['dissolve', { reason: '  ' }, 'no-reason']
] as const)('%s is refused where %o', ([step, facts, code]) => {
	expect(whyNotGroupStep(step, { ...ready, ...facts })).toMatchObject({ code });
});

test('showing and hiding move a forming group to and fro, a legal form stays what it is, and nothing leads out of the end', () => {
	expect(groupStateAfter('hide', groupStateAfter('show', 'forming'))).toBe('forming');
	expect(groupStateAfter('show', 'established')).toBe('established');
	expect(groupStateAfter('hide', 'established')).toBe('established');
	expect(groupStateAfter('establish', 'visible')).toBe('established');
	expect(groupStateAfter('turn', 'visible')).toBe('visible');
	for (const step of groupStepNames) expect(groupSteps[step].from).not.toContain('dissolved');
});

test('a house is gone when it was let, withdrawn, archived or torn down, and not before', () => {
	expect(whyGone({ lifecycle: 'available', isPublic: true })).toBeNull();
	expect(whyGone({ lifecycle: 'in_mediation', isPublic: true })).toBeNull();
	expect(whyGone({ lifecycle: 'available', isPublic: false })).toBe('withdrawn');
	expect(whyGone({ lifecycle: 'reused', isPublic: true })).toBe('reused');
	expect(whyGone({ lifecycle: 'discarded', isPublic: false })).toBe('archived');
	expect(whyGone({ lifecycle: 'demolished', isPublic: false })).toBe('demolished');
});

const member = (id: string, isSpeaker = false) => ({ id, personId: id, isSpeaker });
const [amira, hanna, jonas] = [member('amira', true), member('hanna'), member('jonas')];

test('the only member takes the group along, the last speaker names an heir, everybody else just goes', () => {
	expect(leaving([amira], amira, null)).toEqual({ ends: 'group', heirId: null });
	expect(leaving([amira, hanna], hanna, null)).toEqual({ ends: 'membership', heirId: null });
	expect(leaving([amira, hanna], amira, null)).toMatchObject({ code: 'last-speaker' });
	expect(leaving([amira, hanna], amira, 'jonas')).toMatchObject({ code: 'no-such-heir' });
	expect(leaving([amira, hanna], amira, 'amira')).toMatchObject({ code: 'no-such-heir' });
	expect(leaving([amira, hanna], amira, 'hanna')).toEqual({ ends: 'membership', heirId: 'hanna' });
	expect(leaving([amira, member('hanna', true)], amira, null)).toEqual({ ends: 'membership', heirId: null });
});

test('somebody always speaks, and nobody is put out who does, or puts out themselves', () => {
	expect(whyNotStepDown([amira, hanna], 'amira')).toMatchObject({ code: 'last-speaker' });
	expect(whyNotStepDown([amira, member('hanna', true)], 'amira')).toBeNull();
	expect(whyNotRemove(amira, amira)).toMatchObject({ code: 'self' });
	expect(whyNotRemove(amira, member('hanna', true))).toMatchObject({ code: 'speaker' });
	expect(whyNotRemove(amira, jonas)).toBeNull();
});
