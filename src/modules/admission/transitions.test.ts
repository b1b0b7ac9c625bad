import { expect, test } from 'vitest';
import { targetOf, transitions, transitionsFrom, whyNotTransition, type Facts, type Transition } from './transitions.ts';
import { applicationStates, sides, type ApplicationState, type Side } from './vocabulary.ts';

const states = Object.keys(applicationStates) as ApplicationState[];
const names = Object.keys(transitions) as Transition[];

/** Everything is there: nothing but the table itself can stand against a step. */
const ready = (over: Partial<Facts> = {}): Facts => ({
	state: 'draft',
	heldFrom: 'submitted',
	today: '2026-11-29',
	reason: 'weil es so ist',
	holdUntil: '2027-01-15',
	missing: [],
	phase: 'open',
	membership: 'interested',
	meetings: { interview: { heldOn: '2026-11-20', hasSharedNote: true }, founders: { heldOn: '2026-11-25', hasSharedNote: true } },
	tally: { eligible: 4, recused: 1, yes: 2, no: 0, abstain: 0, waiting: 1 },
	feeCents: 10_000,
	paidCents: 10_000,
	...over
});

/** Written out once more by hand, so that a slip in the table is seen: "from transition to". */
const allowed = new Set([
	'draft submit submitted',
	'returned resubmit submitted',
	'submitted check completeness_check',
	'submitted return returned',
	'completeness_check return returned',
	'interview_scheduling return returned',
	'completeness_check invite interview_scheduling',
	'interview_scheduling interviewed interview_done',
	'interview_done meet founders_meeting',
	'founders_meeting met decision_pending',
	'decision_pending admit admitted',
	'decision_pending decline declined',
	'admitted ask_fee fee_pending',
	'admitted waive_fee active',
	'fee_pending pay active',
	...[
		'submitted',
		'completeness_check',
		'returned',
		'interview_scheduling',
		'interview_done',
		'founders_meeting',
		'decision_pending'
	].flatMap((from) => [`${from} hold on_hold`, `${from} withdraw withdrawn`]),
	'draft withdraw withdrawn',
	'on_hold withdraw withdrawn',
	'admitted withdraw withdrawn',
	'fee_pending withdraw withdrawn',
	'on_hold wake submitted'
]);

const factsFor = (state: ApplicationState, name: Transition) =>
	ready({ state, ...(name === 'waive_fee' && { feeCents: 0, paidCents: 0 }) });
const all = states.flatMap((state) => names.map((name) => ({ state, name, line: `${state} ${name} ${targetOf(name, 'submitted')}` })));

test.for(all.filter(({ line }) => allowed.has(line)))('$line goes', ({ state, name }) => {
	const [side = 'office'] = transitions[name].by;
	expect(whyNotTransition(name, side, factsFor(state, name))).toBeNull();
	expect(transitionsFrom(state, side)).toContain(name);
});

test.for(all.filter(({ line }) => !allowed.has(line)))('$name from $state is forbidden', ({ state, name }) => {
	for (const side of Object.keys(sides) as Side[]) {
		expect(whyNotTransition(name, side, factsFor(state, name))).toMatchObject({ code: 'not-from-here' });
		expect(transitionsFrom(state, side)).not.toContain(name);
	}
});

test.for(
	names
		.flatMap((name) => (Object.keys(sides) as Side[]).map((side) => ({ name, side })))
		.filter(({ name, side }) => !transitions[name].by.includes(side))
)('$name is not for $side', ({ name, side }) => {
	const [state = 'draft'] = transitions[name].from;
	expect(whyNotTransition(name, side, factsFor(state, name))).toMatchObject({ code: 'not-yours' });
});

const none = { heldOn: null, hasSharedNote: false };
const guarded: [Transition, Side, Partial<Facts>, string][] = [
	['submit', 'town', { missing: ['Eine Antwort.'] }, 'incomplete'],
	['submit', 'town', { phase: 'closed' }, 'closed'],
	['submit', 'town', { membership: 'member' }, 'there-already'],
	['submit', 'town', { membership: 'excluded' }, 'there-already'],
	['resubmit', 'town', { missing: ['Eine Antwort.'] }, 'incomplete'],
	['return', 'office', { reason: '  ' }, 'reason-missing'],
	['invite', 'office', { missing: ['Ein Kontakt.'] }, 'incomplete'],
	['interviewed', 'office', { meetings: { ...ready().meetings, interview: none } }, 'not-held'],
	['interviewed', 'office', { meetings: { ...ready().meetings, interview: { heldOn: '2026-12-24', hasSharedNote: true } } }, 'not-held'],
	[
		'interviewed',
		'office',
		{ meetings: { ...ready().meetings, interview: { heldOn: '2026-11-20', hasSharedNote: false } } },
		'note-missing'
	],
	['met', 'office', { meetings: { ...ready().meetings, founders: none } }, 'not-held'],
	['met', 'office', { meetings: { ...ready().meetings, founders: { heldOn: '2026-11-20', hasSharedNote: false } } }, 'note-missing'],
	['admit', 'office', { reason: undefined }, 'reason-missing'],
	['admit', 'office', { tally: { ...ready().tally, yes: 1, waiting: 2 } }, 'no-quorum'],
	['admit', 'office', { tally: { eligible: 0, recused: 0, yes: 0, no: 0, abstain: 0, waiting: 0 } }, 'no-voters'],
	['admit', 'office', { tally: { ...ready().tally, yes: 1, no: 1 } }, 'no-majority'],
	['decline', 'office', { reason: '' }, 'reason-missing'],
	['decline', 'office', { tally: { ...ready().tally, yes: 0, waiting: 3 } }, 'no-quorum'],
	['ask_fee', 'itself', { feeCents: 0 }, 'no-fee'],
	['waive_fee', 'itself', {}, 'fee-open'],
	['pay', 'office', { paidCents: 9_999 }, 'fee-open'],
	['hold', 'office', { reason: '' }, 'reason-missing'],
	['hold', 'office', { holdUntil: '2026-11-29' }, 'date-missing'],
	['hold', 'office', { holdUntil: null }, 'date-missing'],
	['wake', 'itself', { reason: undefined }, 'too-early']
];

test.for(guarded)('%s by %s is held back by %o: %s', ([name, side, over, code]) => {
	const [state = 'draft'] = transitions[name].from;
	expect(whyNotTransition(name, side, ready({ state, ...over }))).toMatchObject({ code });
});

test('whoever was on hold goes on exactly where they stood, on the day itself', () => {
	expect(targetOf('wake', 'decision_pending')).toBe('decision_pending');
	expect(whyNotTransition('wake', 'itself', ready({ state: 'on_hold', reason: undefined, holdUntil: '2026-11-29' }))).toBeNull();
});
