import { expect, test } from 'vitest';
import { expiryFrom, reminderDue, requestSteps, whyNotPublish, whyNotStep, type RequestStep } from './request.ts';
import { requestStates, type RequestState } from './vocabulary.ts';

const steps = Object.keys(requestSteps) as RequestStep[];
const states = Object.keys(requestStates) as RequestState[];
const allowed = [
	'draft publish',
	'draft withdraw',
	'published pause',
	'published renew',
	'published fulfil',
	'published withdraw',
	'published expire',
	'paused resume',
	'paused renew',
	'paused fulfil',
	'paused withdraw',
	'paused expire',
	'expired renew',
	'expired fulfil',
	'expired withdraw'
];

test.for(states.flatMap((state) => steps.map((step) => ({ state, step }))))('$state: $step', ({ state, step }) => {
	const why = whyNotStep(state, step);
	expect(why === null).toBe(allowed.includes(`${state} ${step}`));
	if (why) expect(why).toMatch(/\.$/);
});

test('what is fulfilled or withdrawn stays so', () => {
	for (const step of steps) for (const state of ['fulfilled', 'withdrawn'] as const) expect(whyNotStep(state, step)).not.toBeNull();
});

test('nobody sees a request that says nothing', () => {
	const whole = { title: 'Werkhof', summary: 'Wir bauen.', uses: ['workshop_makerspace'], requestKind: 'find_space' };
	expect(whyNotPublish(whole)).toBeNull();
	expect(whyNotPublish({ ...whole, summary: ' ' })?.field).toBe('summary');
	expect(whyNotPublish({ ...whole, uses: [] })?.field).toBe('uses');
	expect(whyNotPublish({ ...whole, uses: [], requestKind: 'find_group_members' })).toBeNull();
});

const now = new Date('2026-11-22T10:00:00Z');
const inDays = (n: number) => new Date(now.getTime() + n * 86_400_000);

test('a request lives for half a year', () => {
	expect(expiryFrom(now).toISOString()).toBe('2027-05-22T10:00:00.000Z');
});

test('two reminders: 14 and 3 days before, each once', () => {
	expect(reminderDue({ expiresAt: inDays(20), remindedAt: null }, now)).toBeNull();
	expect(reminderDue({ expiresAt: inDays(14), remindedAt: null }, now)).toBe(14);
	expect(reminderDue({ expiresAt: inDays(10), remindedAt: inDays(-3) }, now)).toBeNull();
	expect(reminderDue({ expiresAt: inDays(3), remindedAt: inDays(-10) }, now)).toBe(3);
	expect(reminderDue({ expiresAt: inDays(2), remindedAt: inDays(-0.5) }, now)).toBeNull();
	expect(reminderDue({ expiresAt: inDays(-1), remindedAt: null }, now)).toBeNull();
});
