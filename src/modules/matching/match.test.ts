import { expect, test } from 'vitest';
import { isReleased, matchStates, matchSteps, stepFrom, type MatchState, type MatchStep } from './match.ts';

const states = Object.keys(matchStates) as MatchState[];
const steps = Object.keys(matchSteps) as MatchStep[];
const allowed = [
	...['suggested show shown', 'suggested seekerInterest interested_by_seeker', 'shown seekerInterest interested_by_seeker'],
	...[
		'interested_by_provider seekerInterest mutual',
		'suggested providerInterest interested_by_provider',
		'shown providerInterest interested_by_provider'
	],
	...['interested_by_seeker providerInterest mutual', 'mutual release contact_released', 'interested_by_seeker release contact_released'],
	...['contact_released takeUp in_case', 'contact_released succeed succeeded', 'in_case succeed succeeded', 'mutual fail failed'],
	...['contact_released fail failed', 'in_case fail failed', 'interested_by_seeker fail failed', 'interested_by_provider fail failed'],
	...[
		'suggested dismiss dismissed',
		'shown dismiss dismissed',
		'interested_by_seeker dismiss dismissed',
		'interested_by_provider dismiss dismissed'
	],
	...['mutual dismiss dismissed', 'dismissed suggestAgain suggested']
];

test.for(states.flatMap((state) => steps.map((step) => ({ state, step }))))('$state: $step', ({ state, step }) => {
	const result = stepFrom(state, step);
	if ('to' in result) expect(allowed).toContain(`${state} ${step} ${result.to}`);
	else {
		expect(allowed.some((line) => line.startsWith(`${state} ${step} `))).toBe(false);
		expect(result.why).toMatch(/\.$/);
	}
});

test('contact data is free only after both said yes', () => {
	expect(states.filter(isReleased)).toEqual(['contact_released', 'in_case', 'succeeded']);
});
