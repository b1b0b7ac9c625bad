import { expect, test } from 'vitest';
import { pioneerSteps, whyNotPioneer, type PioneerState, type PioneerStep } from './pioneer.ts';

const states: (PioneerState | null)[] = [null, 'named', 'confirmed', 'declined'];
const allowed = [
	'null name',
	'named confirm',
	'declined confirm',
	'named decline',
	'confirmed decline',
	'named remove',
	'confirmed remove'
];

test.for(states.flatMap((state) => (Object.keys(pioneerSteps) as PioneerStep[]).map((step) => [state, step] as const)))(
	'a municipality that is %s: %s',
	([state, step]) => {
		const why = whyNotPioneer(state, step);
		if (allowed.includes(`${state} ${step}`)) expect(why).toBeNull();
		else expect(why?.message).toMatch(/^[A-Z].+\.$/);
	}
);
