import { expect, test } from 'vitest';
import {
	checks,
	forgetAt,
	isOpenState,
	reportStates,
	reportSteps,
	standing,
	stateAfter,
	whyNotAccept,
	whyNotOurs,
	whyNotStep,
	type Check,
	type ReportState,
	type ReportStep
} from './report.ts';

const states = Object.keys(reportStates) as ReportState[];
const steps = Object.keys(reportSteps) as ReportStep[];

/** Every step that is allowed, and where it leads; all others are forbidden. */
const allowed: Record<ReportState, Partial<Record<ReportStep, ReportState>>> = {
	draft: { submit: 'received' },
	received: { take: 'in_review', add: 'received', spam: 'spam', hand_over: 'received', withdraw: 'withdrawn' },
	in_review: {
		release: 'received',
		ask: 'asked',
		add: 'in_review',
		accept: 'accepted',
		join: 'joined',
		decline: 'declined',
		spam: 'spam',
		hand_over: 'received',
		withdraw: 'withdrawn'
	},
	asked: { reply: 'in_review', decline: 'declined', spam: 'spam', withdraw: 'withdrawn' },
	accepted: {},
	joined: {},
	declined: {},
	spam: {},
	withdrawn: {}
};

test.for(states.flatMap((state) => steps.map((step) => [state, step] as const)))('%s, %s', ([state, step]) => {
	const to = allowed[state][step];
	if (to) {
		expect(whyNotStep(state, step, 'weil')).toBeNull();
		expect(stateAfter(state, step)).toBe(to);
	} else expect(whyNotStep(state, step, 'weil')?.code).toBe(`report-${step}`);
});

test('what is told in words needs words', () => {
	for (const [state, step] of [
		['in_review', 'ask'],
		['asked', 'reply'],
		['in_review', 'decline'],
		['received', 'add'],
		['in_review', 'hand_over']
	] as const)
		for (const reason of [undefined, '', '  ']) expect(whyNotStep(state, step, reason)?.code).toBe('reason-missing');
});

test('the second of two offices gets one clear sentence, the colleagues of the first none', () => {
	const taken = { side: 'ags:12073008', by: 'Ines Krüger', at: new Date() };
	const names = { side: 'Angermünde', day: '22.11.2026' };
	expect(whyNotOurs(taken, ['office'], names)?.message).toBe(
		'Diese Meldung prüft seit 22.11.2026 Ines Krüger, Angermünde. Bitte sprechen Sie sich dort ab.'
	);
	expect(whyNotOurs(taken, ['ags:12073008'], names)).toBeNull();
	expect(whyNotOurs(null, ['office'], names)).toBeNull();
});

test('nothing enters the register before all of the checklist is checked', () => {
	const all = Object.keys(checks) as Check[];
	expect(whyNotAccept(all)).toBeNull();
	for (const one of all) expect(whyNotAccept(all.filter((check) => check !== one))?.message).toContain(checks[one]);
	expect(whyNotAccept([])?.code).toBe('evidence-missing');
});

test('what is open stays, what is closed goes', () => {
	const now = new Date('2026-11-22T10:00:00Z');
	for (const state of states) {
		expect(standing[state]).toMatch(/\.$/);
		expect(forgetAt(state, now) === null).toBe(isOpenState(state));
	}
	expect(forgetAt('spam', now)).toEqual(new Date('2026-12-22T10:00:00Z'));
	expect(forgetAt('accepted', now)).toEqual(new Date('2027-11-22T10:00:00Z'));
});
