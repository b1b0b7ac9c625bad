import { expect, test } from 'vitest';
import {
	consents,
	consentStepNames,
	consentSteps,
	consentStepsFrom,
	interestStates,
	interestSteps,
	isEntered,
	whyNotConsentStep,
	whyNotFeedback,
	whyNotInterestStep,
	whyNotTell,
	type Consent,
	type ConsentStep,
	type InterestState,
	type InterestStep
} from './stop.ts';

const allowed: Record<Consent, ConsentStep[]> = {
	not_needed: ['reopen'],
	open: ['ask', 'grant', 'refuse', 'waive'],
	asked: ['grant', 'refuse', 'reopen'],
	granted: ['refuse', 'reopen'],
	refused: ['grant', 'reopen']
};
const states = Object.keys(consents) as Consent[];

test.for(states.flatMap((state) => consentStepNames.map((step) => [state, step] as const)))('a consent that is %s: %s', ([state, step]) => {
	const why = whyNotConsentStep({ state, step, whom: 'Frau Lindner' });
	if (allowed[state].includes(step)) expect(why).toBeNull();
	else expect(why?.code).toBe('not-from-here');
	expect(consentStepsFrom(state).includes(step)).toBe(allowed[state].includes(step));
});

test('nobody is asked, agrees or refuses without a name, and a house is entered after a yes only', () => {
	for (const step of consentStepNames) {
		const [state] = consentSteps[step].from;
		const why = whyNotConsentStep({ state: state ?? 'open', step, whom: ' ' });
		expect(why?.field).toBe(consentSteps[step].needsWhom ? 'whom' : undefined);
	}
	expect(states.filter(isEntered)).toEqual(['not_needed', 'granted']);
});

const follows: Record<InterestState, InterestStep[]> = { noted: ['follow', 'drop'], followed: [], dropped: ['follow'] };
test.for(
	(Object.keys(interestStates) as InterestState[]).flatMap((state) => (['follow', 'drop'] as const).map((step) => [state, step] as const))
)('an interest that is %s: %s', ([state, step]) => {
	const why = whyNotInterestStep({ state, step });
	expect(why?.code ?? null).toBe(follows[state].includes(step) ? null : 'not-from-here');
	if (why) expect(why.message).toContain(interestSteps[step].text);
});

test('who takes part tells what they liked for a month, and how it was once it has begun', () => {
	const startsAt = new Date('2026-12-04T13:00:00Z');
	const told = { state: 'planned' as const, startsAt, endsAt: new Date('2026-12-04T15:00:00Z'), isGuest: true };
	const at = (day: string) => ({ ...told, now: new Date(day) });
	expect(whyNotTell(at('2026-12-01T00:00:00Z'))).toBeNull();
	expect(whyNotTell(at('2027-01-02T00:00:00Z'))).toBeNull();
	expect(whyNotTell(at('2027-01-05T00:00:00Z'))?.code).toBe('long-ago');
	expect(whyNotTell({ ...at('2026-12-01T00:00:00Z'), state: 'cancelled' })?.code).toBe('cancelled');
	expect(whyNotTell({ ...at('2026-12-01T00:00:00Z'), isGuest: false })?.code).toBe('not-signed-up');
	expect(whyNotFeedback(at('2026-12-04T12:59:00Z'))?.code).toBe('not-yet');
	expect(whyNotFeedback(at('2026-12-04T13:30:00Z'))).toBeNull();
	expect(whyNotFeedback({ ...at('2026-12-04T13:30:00Z'), isGuest: false })?.code).toBe('not-signed-up');
});
