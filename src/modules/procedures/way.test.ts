import { expect, test } from 'vitest';
import { kindRules, states, type Kind, type State } from './procedure.ts';
import { isPublic, moveNames, moves, whyNotMove, type MoveName } from './way.ts';

/** Every move that is allowed for a procedure of one stage with a jury, written down by hand. */
const oneStage: Partial<Record<State, MoveName[]>> = {
	ready: ['publish'],
	open: ['close', 'cancel'],
	closed: ['extend', 'unseal', 'cancel'],
	precheck: ['admit', 'cancel'],
	scoring: ['reveal', 'cancel'],
	deliberation: ['recommend', 'cancel'],
	recommended: ['decide', 'cancel'],
	decided: ['grant', 'cancel'],
	option: ['lapse', 'sign', 'cancel'],
	contract: ['build', 'use'],
	works: ['use']
};

test.each(Object.keys(states) as State[])('from %s every move is allowed that is written down, and no other', (state) => {
	const asked = { kind: 'single_stage', round: 1, state, reason: 'weil' } as const;
	expect(moveNames.filter((move) => !whyNotMove({ ...asked, move })).sort()).toEqual((oneStage[state] ?? []).sort());
});

test('kinds go their own ways', () => {
	const may = (kind: Kind, state: State, round = 1) =>
		moveNames.filter((move) => !whyNotMove({ kind, state, round, move, reason: 'weil' }));
	expect(may('two_stage', 'precheck')).toEqual(['invite', 'cancel']);
	expect(may('two_stage', 'precheck', 2)).toEqual(['admit', 'cancel']);
	expect(may('expression_of_interest', 'precheck')).toEqual(['conclude', 'cancel']);
	expect(may('room_grant', 'precheck')).toEqual(['admit', 'cancel']);
	expect(may('room_grant', 'scoring')).toEqual(['reveal', 'cancel']);
	expect(may('expression_of_interest', 'decided'), 'interest is no option yet').toEqual(['cancel']);
	expect(may('direct_match', 'ready')).toEqual(['publish']);
	expect(may('direct_match', 'closed')).toEqual(['extend', 'propose', 'cancel']);
	expect(may('direct_match', 'precheck')).toEqual(['cancel']);
	expect(Object.keys(kindRules)).toHaveLength(6);
});

test('what takes something from people says why', () => {
	const asking = moveNames.filter((move) => {
		const state = moves[move].from[0];
		return whyNotMove({ kind: 'single_stage', round: 1, state, move, reason: ' ' })?.code === 'no-reason';
	});
	expect(asking).toEqual(['extend', 'lapse', 'cancel']);
});

test('nothing in preparation is public', () => {
	expect((Object.keys(states) as State[]).filter((state) => !isPublic(state))).toEqual(['draft', 'ready', 'discarded']);
});
