import { expect, test } from 'vitest';
import {
	applicationSteps,
	roundSteps,
	whyNotJudge,
	whyNotRound,
	whyNotStep,
	type ApplicationQuestion,
	type ApplicationStep,
	type RoundQuestion,
	type RoundStep
} from './application.ts';
import { assess } from './criteria.ts';
import { applicationStates, roundStates, type ApplicationState, type RoundState } from './vocabulary.ts';

const states = Object.keys(applicationStates) as ApplicationState[];
const steps = Object.keys(applicationSteps) as ApplicationStep[];
const text = 'Das sieht man jeden Donnerstag.';
const met = { ...assess({ criteria: [], minOthers: 0 }, new Set()), result: 'met' as const };
const question = (over: Partial<ApplicationQuestion>): ApplicationQuestion => ({
	...{
		state: 'draft',
		step: 'submit',
		isWindowOpen: true,
		attitudeConfirmed: true,
		evidenced: new Set<string>(),
		assessment: met,
		votes: 2
	},
	...{
		answers: { '1.1': { applies: true, text } },
		reason: 'Stark ist die offene Tür; es fehlt noch, dass Menschen aus dem Ort mitreden.'
	},
	...over
});
const all = steps.flatMap((step) => states.map((state) => ({ step, state })));

test.for(all.filter(({ step, state }) => !applicationSteps[step].from.includes(state)))('$step is forbidden from $state', (asked) => {
	expect(whyNotStep(question(asked))).toMatchObject({ code: 'not-from-here' });
});

test.for(all.filter(({ step, state }) => applicationSteps[step].from.includes(state)))('$step leads on from $state', (asked) => {
	expect(whyNotStep(question(asked))).toBeNull();
});

test('nothing is handed in while the window is closed, without the attitude, or without a ground', () => {
	expect(whyNotStep(question({ isWindowOpen: false }))).toMatchObject({ code: 'window-closed' });
	expect(whyNotStep(question({ attitudeConfirmed: false }))).toMatchObject({ code: 'attitude-missing' });
	expect(whyNotStep(question({ answers: {} }))).toMatchObject({ code: 'nothing-applies' });
	const bare = { '1.1': { applies: true, text: 'ja' }, '3.2': { applies: true, text } };
	expect(whyNotStep(question({ answers: bare }))).toMatchObject({ code: 'grounds-missing', message: expect.stringContaining('1.1') });
	expect(whyNotStep(question({ answers: bare, evidenced: new Set(['1.1']) }))).toBeNull();
});

test('an award needs a quorum, a reason and the rule; a "not yet" needs feedback that helps', () => {
	const at = { state: 'judging' as const };
	expect(whyNotStep(question({ ...at, step: 'award', votes: 1 }))).toMatchObject({ code: 'no-quorum' });
	expect(whyNotStep(question({ ...at, step: 'award', reason: '' }))).toMatchObject({ code: 'reason-missing', field: 'reason' });
	expect(whyNotStep(question({ ...at, step: 'award', assessment: { ...met, result: 'not_yet' } }))).toMatchObject({ code: 'rule-not-met' });
	expect(whyNotStep(question({ ...at, step: 'award', assessment: { ...met, result: 'as_far' } }))).toBeNull();
	expect(whyNotStep(question({ ...at, step: 'defer', reason: 'Leider nein.' }))).toMatchObject({ code: 'feedback-missing' });
	expect(whyNotStep(question({ state: 'submitted', step: 'return', reason: ' ' }))).toMatchObject({ code: 'reason-missing' });
});

test('a juror judges once, never when biased, and never a place of their own group', () => {
	const juror = { state: 'judging' as const, hasJudged: false, isRecused: false, isOfGroup: false, recuses: false };
	expect(whyNotJudge(juror)).toBeNull();
	expect(whyNotJudge({ ...juror, hasJudged: true })).toMatchObject({ code: 'already-judged' });
	expect(whyNotJudge({ ...juror, isRecused: true })).toMatchObject({ code: 'recused' });
	expect(whyNotJudge({ ...juror, isOfGroup: true })).toMatchObject({ code: 'conflict' });
	expect(whyNotJudge({ ...juror, isOfGroup: true, recuses: true })).toBeNull();
	expect(whyNotJudge({ ...juror, state: 'ready' })).toMatchObject({ code: 'not-judging' });
});

const round = (over: Partial<RoundQuestion>): RoundQuestion => ({
	...{ state: 'planned', step: 'open', otherOpen: false, isOver: false, jurors: 2, hasCriteria: true, counts: {} },
	...over
});
const roundTries = (Object.keys(roundSteps) as RoundStep[]).flatMap((step) =>
	(Object.keys(roundStates) as RoundState[]).map((state) => ({ step, state }))
);

test.for(roundTries)('a round: $step from $state', ({ step, state }) => {
	const not = whyNotRound(round({ step, state }));
	if (roundSteps[step].from === state) expect(not).toBeNull();
	else expect(not).toMatchObject({ code: 'not-from-here' });
});

test('a window opens alone and in time; it closes when all is checked and a jury is there; a round ends when all have an answer', () => {
	expect(whyNotRound(round({ hasCriteria: false }))).toMatchObject({ code: 'no-criteria' });
	expect(whyNotRound(round({ otherOpen: true }))).toMatchObject({ code: 'other-open' });
	expect(whyNotRound(round({ isOver: true }))).toMatchObject({ code: 'over' });
	const open = { state: 'open' as const, step: 'close' as const };
	expect(whyNotRound(round({ ...open, counts: { submitted: 1 } }))).toMatchObject({ code: 'unchecked' });
	expect(whyNotRound(round({ ...open, jurors: 1 }))).toMatchObject({ code: 'too-few-jurors' });
	expect(whyNotRound(round({ state: 'judging', step: 'finish', counts: { judging: 2 } }))).toMatchObject({ code: 'undecided' });
});
