import type { MembershipState, Phase } from '#modules/networks/vocabulary.ts';
import { whyNoMajority, whyNoQuorum, type Tally } from './ballot.ts';
import { applicationStates, type ApplicationState, type Side } from './vocabulary.ts';

/** The way of an application as one table. What is not here is forbidden. */
export type Transition =
	| ('submit' | 'resubmit' | 'withdraw')
	| ('check' | 'return' | 'invite' | 'interviewed' | 'meet' | 'met' | 'admit' | 'decline' | 'hold' | 'wake' | 'pay')
	| ('ask_fee' | 'waive_fee');

type Guard =
	| ('complete' | 'open_phase' | 'not_there_yet' | 'reason' | 'hold_date' | 'woken')
	| ('interview' | 'founders' | 'votes' | 'majority' | 'fee' | 'no_fee' | 'paid');

type Rule = {
	from: readonly ApplicationState[];
	/** `null`: back to where it was when it was put on hold. */
	to: ApplicationState | null;
	/** Whose step it is. `itself` follows in the same moment from what somebody else did, or from a date. */
	by: readonly Side[];
	guards: readonly Guard[];
	text: string;
};

const underWay = ['submitted', 'completeness_check', 'returned', 'interview_scheduling', 'interview_done'] as const;
const beforeDecision = [...underWay, 'founders_meeting', 'decision_pending'] as const;

export const transitions: Record<Transition, Rule> = {
	submit: { from: ['draft'], to: 'submitted', by: ['town'], guards: ['complete', 'open_phase', 'not_there_yet'], text: 'Antrag absenden' },
	resubmit: { from: ['returned'], to: 'submitted', by: ['town'], guards: ['complete', 'not_there_yet'], text: 'Antwort absenden' },
	check: { from: ['submitted'], to: 'completeness_check', by: ['office'], guards: [], text: 'Vollständigkeit prüfen' },
	return: {
		from: ['submitted', 'completeness_check', 'interview_scheduling'],
		to: 'returned',
		by: ['office'],
		guards: ['reason'],
		text: 'Rückfrage stellen'
	},
	invite: { from: ['completeness_check'], to: 'interview_scheduling', by: ['office'], guards: ['complete'], text: 'Zum Gespräch einladen' },
	interviewed: {
		from: ['interview_scheduling'],
		to: 'interview_done',
		by: ['office'],
		guards: ['interview'],
		text: 'Gespräch ist geführt'
	},
	meet: { from: ['interview_done'], to: 'founders_meeting', by: ['office'], guards: [], text: 'Dem Gründerteam vorstellen' },
	met: { from: ['founders_meeting'], to: 'decision_pending', by: ['office'], guards: ['founders'], text: 'In die Beratung geben' },
	admit: { from: ['decision_pending'], to: 'admitted', by: ['office'], guards: ['reason', 'votes', 'majority'], text: 'Aufnehmen' },
	decline: { from: ['decision_pending'], to: 'declined', by: ['office'], guards: ['reason', 'votes'], text: 'Nicht aufnehmen' },
	ask_fee: { from: ['admitted'], to: 'fee_pending', by: ['itself', 'office'], guards: ['fee'], text: 'Aufnahmebeitrag erbitten' },
	waive_fee: { from: ['admitted'], to: 'active', by: ['itself', 'office'], guards: ['no_fee'], text: 'Ohne Beitrag aktiv' },
	pay: { from: ['fee_pending'], to: 'active', by: ['office', 'itself'], guards: ['paid'], text: 'Beitrag ist da' },
	hold: { from: beforeDecision, to: 'on_hold', by: ['office'], guards: ['reason', 'hold_date'], text: 'Vormerken bis' },
	wake: { from: ['on_hold'], to: null, by: ['office', 'itself'], guards: ['woken'], text: 'Wieder aufnehmen' },
	withdraw: {
		from: ['draft', ...beforeDecision, 'on_hold', 'admitted', 'fee_pending'],
		to: 'withdrawn',
		by: ['town', 'itself'],
		guards: [],
		text: 'Antrag zurückziehen'
	}
};

/** What a guard looks at. Money in cents, days as ISO text. */
export type Facts = {
	state: ApplicationState;
	heldFrom: ApplicationState | null;
	today: string;
	reason?: string;
	holdUntil: string | null;
	/** What is still open in the application, one sentence each. */
	missing: readonly string[];
	phase: Phase;
	membership: MembershipState | null;
	meetings: Record<'interview' | 'founders', { heldOn: string | null; hasSharedNote: boolean }>;
	tally: Tally;
	feeCents: number;
	paidCents: number;
};

export type Refused = { code: string; message: string; field?: string };
const not = (code: string, message: string, field?: string): Refused => ({ code, message, field });

function whyNotHeld({ heldOn, hasSharedNote }: Facts['meetings']['interview'], today: string, what: string): Refused | null {
	if (!heldOn) return not('not-held', `${what}: Es fehlt der Tag, an dem es stattgefunden hat. Bitte unter „Termine“ eintragen.`);
	if (heldOn > today) return not('not-held', `${what}: Der eingetragene Tag liegt noch vor uns.`);
	if (!hasSharedNote) return not('note-missing', `${what}: Es fehlt die gemeinsame Notiz. Ein paar Sätze, die auch die Kommune liest.`);
	return null;
}

const guards: Record<Guard, (facts: Facts) => Refused | null> = {
	complete: ({ missing }) => (missing.length ? not('incomplete', `Es fehlt noch: ${missing.join(' ')}`) : null),
	open_phase: ({ phase }) =>
		phase === 'open' ? null : not('closed', 'Die Aufnahme ist zurzeit geschlossen. Ihr Entwurf bleibt, bis sie wieder öffnet.'),
	not_there_yet: ({ membership }) =>
		membership === null || membership === 'interested' || membership === 'applicant'
			? null
			: not(
					'there-already',
					'Ihre Kommune gehört schon dazu oder hat einmal dazugehört. Bitte sprechen Sie mit dem Netzwerkbüro, wie es weitergeht.'
				),
	reason: ({ reason }) => (reason?.trim() ? null : not('reason-missing', 'Bitte sagen, warum. Die Kommune liest diesen Satz.', 'reason')),
	hold_date: ({ holdUntil, today }) =>
		holdUntil && holdUntil > today
			? null
			: not('date-missing', 'Bitte einen Tag in der Zukunft wählen. An ihm wird der Antrag von selbst wieder aufgenommen.', 'holdUntil'),
	woken: ({ holdUntil, today, reason }) =>
		(holdUntil && holdUntil <= today) || reason?.trim()
			? null
			: not('too-early', 'Der Antrag ist noch vorgemerkt. Wer ihn früher aufnimmt, sagt bitte, warum.', 'reason'),
	interview: ({ meetings, today }) => whyNotHeld(meetings.interview, today, 'Gespräch'),
	founders: ({ meetings, today }) => whyNotHeld(meetings.founders, today, 'Kennenlernen'),
	votes: ({ tally }) => whyNoQuorum(tally),
	majority: ({ tally }) => whyNoMajority(tally),
	fee: ({ feeCents }) => (feeCents > 0 ? null : not('no-fee', 'Dieses Netzwerk erhebt keinen Aufnahmebeitrag.')),
	no_fee: ({ feeCents }) => (feeCents === 0 ? null : not('fee-open', 'Der Aufnahmebeitrag ist noch offen.')),
	paid: ({ feeCents, paidCents }) =>
		paidCents >= feeCents ? null : not('fee-open', 'Der Aufnahmebeitrag ist noch nicht vollständig eingegangen.')
};

/** Why the transition cannot be taken, or null when it can. */
export function whyNotTransition(transition: Transition, side: Side, facts: Facts): Refused | null {
	const rule = transitions[transition];
	if (!rule.from.includes(facts.state))
		return not('not-from-here', `Der Antrag steht auf „${applicationStates[facts.state]}“. „${rule.text}“ geht von dort aus nicht.`);
	if (!rule.by.includes(side)) return not('not-yours', `„${rule.text}“ ist nicht Ihr Schritt.`);
	for (const guard of rule.guards) {
		const refused = guards[guard](facts);
		if (refused) return refused;
	}
	return null;
}

/** Where a transition leads; an application that was on hold goes back to where it stood. */
export const targetOf = (transition: Transition, heldFrom: ApplicationState | null): ApplicationState =>
	transitions[transition].to ?? heldFrom ?? 'submitted';

/** The transitions that one side can take from a state, before any guard is asked. */
export const transitionsFrom = (state: ApplicationState, side: Side): Transition[] =>
	(Object.keys(transitions) as Transition[]).filter(
		(name) => transitions[name].from.includes(state) && transitions[name].by.includes(side)
	);
