import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categories, complainUntil, dueAt, matterStates, matterSteps, whyNotStep, type MatterState, type MatterStep } from './matter.ts';
import { contentAt } from './content-at.ts';

const states = Object.keys(matterStates) as MatterState[];
const steps = Object.keys(matterSteps) as MatterStep[];
const allowed: Record<MatterStep, MatterState[]> = {
	join: ['open', 'in_review'],
	take: ['open'],
	release: ['in_review'],
	inform: ['in_review', 'decided', 'complained', 'settled'],
	decide: ['in_review'],
	complain: ['decided'],
	uphold: ['complained'],
	revise: ['complained'],
	lift: ['decided']
};

test.for(steps.flatMap((step) => states.map((state) => ({ step, state }))))('$step from $state', ({ step, state }) => {
	const not = whyNotStep(state, step, 'weil');
	if (allowed[step].includes(state)) expect(not).toBeNull();
	else expect(not?.message).toMatch(/[.!]$/);
});

test('what somebody reads needs words', () => {
	for (const step of ['complain', 'uphold', 'revise', 'lift', 'inform'] as const) {
		const [state] = allowed[step];
		expect(whyNotStep(state ?? 'open', step, '  ')).toMatchObject({ field: 'words' });
	}
});

test('urgent kinds are due first', () => {
	const from = new Date('2026-11-22T10:00:00Z');
	expect(dueAt('danger', from)).toEqual(new Date('2026-11-23T10:00:00Z'));
	expect(dueAt('rules', from) > dueAt('privacy', from)).toBe(true);
	expect(Object.values(categories).filter(({ anonymous }) => anonymous).length).toBe(1);
	expect(complainUntil(from)).toEqual(new Date('2027-05-22T10:00:00Z'));
});

test('an address names content however it was copied, and nothing else', () => {
	const school = { kind: 'space', key: 'alte-schule' };
	for (const address of ['/raeume/alte-schule', ' https://haus.example/raeume/alte-schule?x=1#bild', '/raeume/alte-schule/'])
		expect(contentAt(address)).toEqual(school);
	for (const address of [
		'',
		'/',
		'/konto/raeume',
		'/raeume',
		'/raeume/../x',
		'/raeume/a/interesse',
		'/constructor/x',
		'javascript:alert(1)'
	])
		expect(contentAt(address)).toBeNull();
	fc.assert(
		fc.property(fc.string(), (text) => {
			const found = contentAt(text);
			if (found) expect(found.key).toMatch(/^[a-z0-9-]+$/);
		})
	);
});
