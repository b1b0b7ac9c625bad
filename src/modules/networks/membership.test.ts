import { expect, test } from 'vitest';
import { membershipSteps, stepsFrom, whyNotStep, type MembershipStep, type StepQuestion } from './membership.ts';
import { membershipStates, opennesses, type MembershipState, type Openness } from './vocabulary.ts';

const steps = Object.keys(membershipSteps) as MembershipStep[];
const states = [null, ...(Object.keys(membershipStates) as MembershipState[])];
const ask = (over: Partial<StepQuestion> & Pick<StepQuestion, 'state' | 'step'>, openness: Openness = 'membership'): StepQuestion => ({
	network: { openness, phase: 'open', valuesVersion: 2 },
	confirmedVersion: 2,
	reason: 'weil es so beschlossen ist',
	...over
});

/** Written out once more by hand, so that a slip in the table is seen: network kind → "from step to". */
const allowed: Record<Openness, string[]> = {
	membership: [
		'- note interested',
		'- apply applicant',
		'interested apply applicant',
		'- enrol member',
		'interested enrol member',
		'applicant withdraw interested',
		'applicant set_aside interested',
		'applicant admit member',
		'member pause paused',
		'paused resume member',
		'member leave left',
		'paused leave left',
		'participant leave left',
		'member exclude excluded',
		'paused exclude excluded',
		'left reconsider interested',
		'excluded reconsider interested'
	],
	alliance: [
		'- note interested',
		'- join participant',
		'interested join participant',
		'left join participant',
		'participant leave left',
		'member leave left',
		'paused leave left',
		'left reconsider interested',
		'excluded reconsider interested'
	],
	liaison: [
		'- note interested',
		'- accompany participant',
		'interested accompany participant',
		'left accompany participant',
		'participant leave left',
		'member leave left',
		'paused leave left',
		'left reconsider interested',
		'excluded reconsider interested'
	]
};

const all = (Object.keys(opennesses) as Openness[]).flatMap((openness) =>
	states.flatMap((state) => steps.map((step) => ({ openness, state, step, line: `${state ?? '-'} ${step} ${membershipSteps[step].to}` })))
);

test.for(all.filter(({ openness, line }) => allowed[openness].includes(line)))('$openness: $line goes', ({ openness, state, step }) => {
	expect(whyNotStep(ask({ state, step }, openness))).toBeNull();
	expect(stepsFrom(state, openness)).toContain(step);
});

test.for(all.filter(({ openness, line }) => !allowed[openness].includes(line)))(
	'$openness: $step from $state is forbidden',
	({ openness, state, step }) => {
		expect(whyNotStep(ask({ state, step }, openness))).toMatchObject({ code: expect.stringMatching(/^(no-such-step|not-from-here)$/) });
		expect(stepsFrom(state, openness)).not.toContain(step);
	}
);

test('while the admission is closed nobody applies, but everybody can be noted', () => {
	const network = { openness: 'membership', phase: 'closed', valuesVersion: null } as const;
	expect(whyNotStep(ask({ state: null, step: 'apply', network }))).toMatchObject({ code: 'closed' });
	expect(whyNotStep(ask({ state: null, step: 'note', network }))).toBeNull();
});

test.for(['set_aside', 'admit', 'enrol', 'pause', 'leave', 'exclude', 'reconsider'] as const)('%s asks for a reason', (step) => {
	const state = membershipSteps[step].from[0] ?? null;
	for (const reason of [undefined, '', '   ']) expect(whyNotStep(ask({ state, step, reason }))).toMatchObject({ field: 'reason' });
});

test('nobody joins an alliance, is admitted or comes back on values that were never or only formerly confirmed', () => {
	for (const confirmedVersion of [null, 1]) {
		expect(whyNotStep(ask({ state: null, step: 'join', confirmedVersion }, 'alliance'))).toMatchObject({ code: 'values-unconfirmed' });
		expect(whyNotStep(ask({ state: 'applicant', step: 'admit', confirmedVersion }))).toMatchObject({ code: 'values-unconfirmed' });
		expect(whyNotStep(ask({ state: 'paused', step: 'resume', confirmedVersion }))).toMatchObject({ code: 'values-unconfirmed' });
	}
});
