import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	caseStateAfter,
	caseStates,
	caseStepNames,
	caseSteps,
	caseStepsFrom,
	isOpen,
	whyNotCaseStep,
	type CaseFacts,
	type CaseState,
	type CaseStep
} from './case.ts';
import { introductionAfter, introductionStates, whyNotAnswerIntroduction, type IntroductionState } from './introduction.ts';
import {
	isReminderDue,
	recommendationStates,
	recommendationStepNames,
	whyNotRecommendationStep,
	type RecommendationState
} from './recommendation.ts';
import { guestStates, movingUp, placeFor, whyNotAnswer } from '#lib/guests.ts';
import { viewingStates, whyNotViewingStep, type ViewingState } from './viewing.ts';

const states = Object.keys(caseStates) as CaseState[];
const today = '2026-11-22';
const ready: Omit<CaseFacts, 'state' | 'step'> = {
	...{
		today,
		assigneeId: 'ines',
		nextStep: 'Anrufen',
		nextStepOn: today,
		sleepUntil: '2027-01-10',
		reason: 'Weil es so ist.',
		outcome: 'let'
	}
};
const allowed: Record<CaseState, CaseStep[]> = {
	new: ['accept', 'reject'],
	accepted: ['clarify', 'mediate', 'sleep', 'close', 'reject'],
	clarifying: ['mediate', 'award', 'sleep', 'close'],
	matching: ['clarify', 'award', 'sleep', 'close'],
	in_award: ['clarify', 'mediate', 'sleep', 'close'],
	sleeping: ['wake', 'close'],
	closed: ['reopen'],
	rejected: ['reopen']
};

test.for(states.flatMap((state) => caseStepNames.map((step) => [state, step] as const)))('a case that is %s: %s', ([state, step]) => {
	const why = whyNotCaseStep({ ...ready, state, step });
	if (allowed[state].includes(step)) expect(why).toBeNull();
	else expect(why?.message).toContain(`„${caseStates[state]}“`);
	expect(caseStepsFrom(state).includes(step)).toBe(allowed[state].includes(step));
});

test.for(['assigneeId', 'nextStep', 'nextStepOn'] as const)('a case is not taken on without %s', (missing) => {
	expect(whyNotCaseStep({ ...ready, state: 'new', step: 'accept', [missing]: null })).toMatchObject({ field: missing });
});

test.for([
	['sleep', 'accepted', { sleepUntil: today }, 'sleepUntil'],
	['sleep', 'accepted', { sleepUntil: undefined }, 'sleepUntil'],
	['sleep', 'accepted', { reason: ' ' }, 'reason'],
	['reject', 'new', { reason: '' }, 'reason'],
	['close', 'matching', { outcome: undefined }, 'outcome'],
	['reopen', 'closed', { reason: undefined }, 'reason'],
	['reopen', 'rejected', { nextStepOn: '2026-11-21' }, 'nextStepOn'],
	['mediate', 'accepted', { nextStepOn: '2026-11-21' }, 'nextStepOn']
] as const)('%s from %s with %o is refused at %s', ([step, state, facts, field]) => {
	expect(whyNotCaseStep({ ...ready, state, step, ...facts })).toMatchObject({ field });
});

test('whatever way a case takes, it always has somewhere to go, and it wakes as what it was', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(100), { maxLength: 40 }), (choices) => {
			let [state, before]: [CaseState, CaseState | null] = ['new', null];
			for (const choice of choices) {
				const steps = caseStepsFrom(state);
				expect(steps.length).toBeGreaterThan(0);
				const step = steps[choice % steps.length] as CaseStep;
				const to = caseStateAfter(step, before);
				if (step === 'wake') expect(to).toBe(before);
				before = step === 'sleep' ? state : null;
				state = to;
			}
		})
	);
});

test('only from what is open does a case go to sleep', () => {
	for (const state of states) expect(caseSteps.sleep.from.some((from) => from === state)).toBe(isOpen(state));
});

const paths: Record<RecommendationState, string[]> = {
	proposed: ['begin', 'block', 'done', 'not_useful', 'already_done'],
	in_progress: ['block', 'done', 'not_useful'],
	blocked: ['done', 'not_useful', 'resume'],
	...{ done: ['resume'], not_useful: ['resume'], already_done: ['resume'] }
};
const recommended = Object.keys(recommendationStates) as RecommendationState[];
test.for(recommended.flatMap((state) => recommendationStepNames.map((step) => [state, step] as const)))(
	'a recommendation that is %s: %s',
	([state, step]) => {
		const why = whyNotRecommendationStep({ state, step, reason: 'Geld fehlt' });
		expect(why === null).toBe(paths[state].includes(step));
		if (step === 'block') expect(whyNotRecommendationStep({ state, step })).not.toBeNull();
	}
);

test('over a year somebody is reminded twice of what is due, and never of what hangs, is done, does not help, sleeps or has ended', () => {
	const days = Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(2026, 10, 1) + n * 86_400_000).toISOString().slice(0, 10));
	for (const state of recommended)
		for (const caseState of states) {
			let [reminders, remindedOn]: [number, string | null] = [0, null];
			for (const day of days)
				if (isReminderDue({ state, caseState, dueOn: '2027-01-15', reminders, remindedOn }, day))
					[reminders, remindedOn] = [reminders + 1, day];
			const isAsked = (state === 'proposed' || state === 'in_progress') && !['sleeping', 'closed', 'rejected'].includes(caseState);
			expect([state, caseState, reminders, remindedOn]).toEqual([state, caseState, isAsked ? 2 : 0, isAsked ? '2027-01-29' : null]);
		}
});

const moment = new Date('2026-11-22T10:00:00Z');
const [past, future] = [new Date('2026-11-22T09:00:00Z'), new Date('2026-11-23T10:00:00Z')];
test.for(Object.keys(viewingStates) as ViewingState[])('a viewing that is %s', (state) => {
	const isPlanned = state === 'planned';
	expect(whyNotViewingStep({ state, step: 'hold', startsAt: past, now: moment }) === null).toBe(isPlanned);
	expect(whyNotViewingStep({ state, step: 'hold', startsAt: future, now: moment })).not.toBeNull();
	expect(whyNotViewingStep({ state, step: 'cancel', startsAt: future, now: moment, reason: 'krank' }) === null).toBe(isPlanned);
	expect(whyNotViewingStep({ state, step: 'cancel', startsAt: future, now: moment })).not.toBeNull();
	const facts = { viewing: state, now: moment, capacity: 3, taken: 0, people: 2 };
	expect(whyNotAnswer({ ...facts, startsAt: future }) === null).toBe(isPlanned);
	expect(whyNotAnswer({ ...facts, startsAt: past })).not.toBeNull();
	expect(whyNotAnswer({ ...facts, startsAt: future, people: 4 })).not.toBeNull();
});

test('however many come, wait and leave, nobody gets a place that is not there', () => {
	const waiting = fc.array(fc.record({ people: fc.integer({ min: 1, max: 9 }) }), { maxLength: 20 });
	fc.assert(
		fc.property(waiting, fc.integer({ min: 1, max: 30 }), fc.nat(30), (line, capacity, taken) => {
			fc.pre(taken <= capacity);
			const up = movingUp(line, { capacity, taken });
			expect(up.reduce((n, { people }) => n + people, taken)).toBeLessThanOrEqual(capacity);
			expect(line.filter((one) => up.includes(one))).toEqual(up);
			for (const { people } of line) expect(Object.keys(guestStates)).toContain(placeFor({ capacity, taken, people }));
		})
	);
	expect(placeFor({ capacity: 3, taken: 2, people: 1 })).toBe('coming');
	expect(placeFor({ capacity: 3, taken: 3, people: 1 })).toBe('waiting');
	expect(placeFor({ capacity: null, taken: 999, people: 9 })).toBe('coming');
});

test.for(Object.keys(introductionStates) as IntroductionState[])(
	'an introduction that is %s is answered only while it is open',
	(state) => {
		expect(whyNotAnswerIntroduction(state, false) === null).toBe(state === 'proposed');
		expect(whyNotAnswerIntroduction(state, true)).not.toBeNull();
	}
);
test('contact needs both', () => {
	expect([introductionAfter('yes', false), introductionAfter('yes', true), introductionAfter('no', true)]).toEqual([
		'proposed',
		'agreed',
		'declined'
	]);
});
