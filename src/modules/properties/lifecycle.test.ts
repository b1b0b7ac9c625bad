import { expect, test } from 'vitest';
import { moves, movesFrom, whyNotMove, type LifecycleFacts } from './lifecycle.ts';
import { lifecycleStates, type LifecycleState } from './vocabulary.ts';

const states = Object.keys(lifecycleStates) as LifecycleState[];
const ready = (state: LifecycleState): LifecycleFacts => ({
	state,
	previous: 'available',
	hasAddress: true,
	hasKind: true,
	vacancyKnown: true,
	ownOrReported: true,
	offers: 1
});

/** The ways of domain-spaces 3.1, written down a second time by hand. */
const allowed: Record<LifecycleState, LifecycleState[]> = {
	reported: ['under_review', 'discarded', 'demolished', 'archived'],
	under_review: ['recorded', 'discarded', 'demolished', 'archived'],
	recorded: ['owner_contacted', 'available', 'blocked', 'interim', 'demolished', 'archived'],
	owner_contacted: ['available', 'blocked', 'interim', 'demolished', 'archived'],
	available: ['in_mediation', 'blocked', 'interim', 'demolished', 'archived'],
	in_mediation: ['reserved', 'blocked', 'interim', 'demolished', 'archived'],
	reserved: ['in_mediation', 'in_works', 'blocked', 'interim', 'demolished', 'archived'],
	in_works: ['reused', 'blocked', 'interim', 'demolished', 'archived'],
	reused: ['reported', 'demolished', 'archived'],
	discarded: ['demolished', 'archived'],
	blocked: ['available', 'demolished', 'archived'],
	interim: ['available', 'reused', 'demolished', 'archived'],
	demolished: ['archived'],
	archived: []
};

const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));

test.for(pairs)('%s to %s', ([from, to]) => {
	const against = whyNotMove(ready(from), to, 'weil');
	if (allowed[from].includes(to)) expect(against).toBeNull();
	else expect(against).toMatchObject({ code: 'move-unknown' });
});

test('what the buttons offer is what is allowed', () => {
	for (const state of states)
		expect(
			movesFrom(ready(state))
				.map(({ to }) => to)
				.sort()
		).toEqual([...allowed[state]].sort());
});

test('a step that asks for a reason does not go without one', () => {
	for (const move of moves.filter((m) => m.ask))
		for (const from of move.from.filter((state) => state !== move.to)) {
			const to = move.to === 'previous' ? 'available' : move.to;
			expect(whyNotMove(ready(from), to, '  '), `${from} → ${to}`).toMatchObject({ code: 'reason-missing' });
		}
});

test.for([
	['under_review', 'recorded', { hasAddress: false }, 'address-missing'],
	['under_review', 'recorded', { hasKind: false }, 'kind-missing'],
	['under_review', 'recorded', { vacancyKnown: false }, 'vacancy-missing'],
	['owner_contacted', 'available', { offers: 0 }, 'offer-missing'],
	['recorded', 'available', { ownOrReported: false }, 'owner-not-contacted'],
	['recorded', 'available', { offers: 0 }, 'offer-missing']
] as const)('%s to %s with %o: %s', ([from, to, facts, code]) => {
	expect(whyNotMove({ ...ready(from), ...facts }, to, 'weil')).toMatchObject({ code });
});

test('a block goes back to where it came from, and nowhere when nobody knows where that was', () => {
	expect(whyNotMove({ ...ready('blocked'), previous: 'reserved' }, 'reserved')).toBeNull();
	expect(whyNotMove({ ...ready('blocked'), previous: null }, 'available')).toMatchObject({ code: 'move-unknown' });
});
