import { expect, test } from 'vitest';
import {
	mailChangeState,
	mailChangeStates,
	mailChangeSteps,
	whyNotStep,
	type MailChangeState,
	type MailChangeStep
} from './mail-change.ts';

const at = (hours: number) => new Date(Date.parse('2026-11-22T10:00:00Z') + hours * 3_600_000);
const change = { createdAt: at(0), confirmedAt: null, takenBackAt: null };

test('a change waits a day, and can be taken back for a week', () => {
	expect([mailChangeState(change, at(23)), mailChangeState(change, at(24))]).toEqual(['open', 'expired']);
	const confirmed = { ...change, confirmedAt: at(1) };
	expect([mailChangeState(confirmed, at(168)), mailChangeState(confirmed, at(169))]).toEqual(['confirmed', 'settled']);
	expect(mailChangeState({ ...confirmed, takenBackAt: at(2) }, at(3))).toBe('taken_back');
});

const states = Object.keys(mailChangeStates) as MailChangeState[];
test.for((Object.keys(mailChangeSteps) as MailChangeStep[]).flatMap((step) => states.map((state) => [step, state] as const)))(
	'%s from %s',
	([step, state]) => {
		const why = whyNotStep(step, state);
		if (mailChangeSteps[step] === state) expect(why).toBeNull();
		else expect(why).toMatch(/\.$/);
	}
);
