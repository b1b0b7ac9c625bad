import { expect, test } from 'vitest';
import { tandemStates, tandemSteps, whyNotJoin, whyNotPropose, whyNotTandem, type TandemState, type TandemStep } from './tandem.ts';

const all = (Object.keys(tandemSteps) as TandemStep[]).flatMap((step) =>
	(Object.keys(tandemStates) as TandemState[]).flatMap((state) => (['proposer', 'asked'] as const).map((side) => ({ step, state, side })))
);

test.for(all)('$step from $state by the $side', ({ step, state, side }) => {
	const not = whyNotTandem({ step, state, side, otherAgreed: false });
	const { from, by } = tandemSteps[step];
	if (from !== state) expect(not).toMatchObject({ code: 'not-from-here' });
	else if (by !== 'either' && by !== side) expect(not).toMatchObject({ code: 'not-your-step' });
	else expect(not).toBeNull();
});

const hof = { id: 'a', networkId: 'n', organisationId: 'o', state: 'emerging' as const };
const kino = { id: 'b', networkId: 'n', organisationId: 'p', state: 'awarded' as const };
const free = { openBetween: false, ownAgreed: false };

test('a tandem is two groups of one network, one at a time', () => {
	expect(whyNotPropose(hof, kino, free)).toBeNull();
	expect(whyNotPropose(hof, hof, free)).toMatchObject({ code: 'same-group' });
	expect(whyNotPropose(hof, { ...kino, organisationId: 'o' }, free)).toMatchObject({ code: 'same-group' });
	expect(whyNotPropose(hof, { ...kino, networkId: 'm' }, free)).toMatchObject({ code: 'other-network' });
	expect(whyNotPropose({ ...hof, networkId: null }, { ...kino, networkId: null }, free)).toMatchObject({ code: 'other-network' });
	expect(whyNotPropose(hof, kino, { ...free, ownAgreed: true })).toMatchObject({ code: 'already-in-tandem' });
	expect(whyNotPropose(hof, kino, { ...free, openBetween: true })).toMatchObject({ code: 'already-proposed' });
	expect(whyNotTandem({ step: 'agree', state: 'proposed', side: 'asked', otherAgreed: true })).toMatchObject({ code: 'already-in-tandem' });
});

test('a learning group is for places on their way, while it is open', () => {
	expect(whyNotJoin(hof, { isOpen: true, isMember: false })).toBeNull();
	expect(whyNotJoin(kino, { isOpen: true, isMember: false })).toMatchObject({ code: 'not-emerging' });
	expect(whyNotJoin(hof, { isOpen: false, isMember: false })).toMatchObject({ code: 'group-closed' });
	expect(whyNotJoin(hof, { isOpen: true, isMember: true })).toMatchObject({ code: 'already-in' });
});
