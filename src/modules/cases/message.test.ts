import { expect, test } from 'vitest';
import { messageStates, messageSteps, replyTimeText, whyNotStep, type MessageState, type MessageStep } from './message.ts';

const states = Object.keys(messageStates) as MessageState[];
const steps = Object.keys(messageSteps) as MessageStep[];
const allowed = ['waiting confirm', 'open answer', 'answered answer', 'open elsewhere', 'open follow_up', 'answered follow_up'];

test.for(states.flatMap((state) => steps.map((step) => [state, step] as const)))('a message that is %s: %s', ([state, step]) => {
	const why = whyNotStep(state, step);
	if (allowed.includes(`${state} ${step}`)) expect(why).toBeNull();
	else expect(why?.message).toMatch(/^[A-ZD].+\.$/);
});

test('a time to reply is said in days that people count', () => {
	expect(replyTimeText({ medianHours: 5, cases: 6 })).toContain('innerhalb eines Tages');
	expect(replyTimeText({ medianHours: 71, cases: 6 })).toContain('innerhalb von 3 Tagen');
});
