/** A mediation case: its way from the first word to the outcome, as one table. What is not here is forbidden. */

export const caseStates = {
	new: 'neu',
	accepted: 'angenommen',
	clarifying: 'in Klärung',
	matching: 'in Vermittlung',
	in_award: 'im Verfahren',
	sleeping: 'ruht',
	closed: 'abgeschlossen',
	rejected: 'zurückgewiesen'
} as const;
export type CaseState = keyof typeof caseStates;

export const origins = {
	phone: 'Anruf oder Gespräch',
	citizen_report: 'Hinweis aus der Bevölkerung',
	owner_contact: 'Eigentümer:in meldet sich',
	space_request: 'Raumgesuch',
	match: 'Passung',
	municipality: 'von uns aus',
	event: 'Veranstaltung'
} as const;
export type Origin = keyof typeof origins;

export const outcomes = {
	let: 'vermietet',
	interim_use: 'Zwischennutzung',
	sold: 'verkauft',
	matched: 'zusammengebracht, die Parteien machen allein weiter',
	award_procedure_started: 'Konzeptverfahren begonnen',
	owner_declined: 'Eigentümer:in möchte nicht',
	no_match: 'nichts Passendes gefunden',
	withdrawn: 'Anliegen zurückgezogen',
	merged: 'mit einem anderen Fall zusammengelegt'
} as const;
export type Outcome = keyof typeof outcomes;

/** Somebody works on it: then it has a next step with a date. */
export const openStates = ['accepted', 'clarifying', 'matching', 'in_award'] as const satisfies readonly CaseState[];
export const isOpen = (state: CaseState): boolean => (openStates as readonly CaseState[]).includes(state);
/** Nobody is reminded of anything in it any more, or not now. */
export const isQuiet = (state: CaseState): boolean => state === 'sleeping' || state === 'closed' || state === 'rejected';
/** What may still be written into: not what has ended. */
export const isWritable = (state: CaseState): boolean => state !== 'closed' && state !== 'rejected';

export type CaseStep = 'accept' | 'clarify' | 'mediate' | 'award' | 'sleep' | 'wake' | 'close' | 'reject' | 'reopen';

type Need = 'assignee' | 'next_step' | 'reason' | 'sleep_date' | 'outcome';
type Rule = {
	from: readonly CaseState[];
	/** `before`: what it was when it went to sleep. */
	to: CaseState | 'before';
	needs: readonly Need[];
	text: string;
	/** Whether the parties read the reason. */
	isShared: boolean;
};

export const caseSteps: Record<CaseStep, Rule> = {
	accept: { from: ['new'], to: 'accepted', needs: ['assignee', 'next_step'], text: 'Annehmen', isShared: false },
	clarify: { from: ['accepted', 'matching', 'in_award'], to: 'clarifying', needs: ['next_step'], text: 'Klären', isShared: false },
	mediate: { from: ['accepted', 'clarifying', 'in_award'], to: 'matching', needs: ['next_step'], text: 'Vermitteln', isShared: false },
	award: { from: ['clarifying', 'matching'], to: 'in_award', needs: ['next_step'], text: 'Ins Verfahren geben', isShared: false },
	sleep: { from: openStates, to: 'sleeping', needs: ['sleep_date', 'reason'], text: 'Ruhen lassen', isShared: false },
	wake: { from: ['sleeping'], to: 'before', needs: [], text: 'Wecken', isShared: false },
	close: { from: [...openStates, 'sleeping'], to: 'closed', needs: ['outcome'], text: 'Abschließen', isShared: true },
	reject: { from: ['new', 'accepted'], to: 'rejected', needs: ['reason'], text: 'Zurückweisen', isShared: true },
	reopen: { from: ['closed', 'rejected'], to: 'accepted', needs: ['reason', 'next_step'], text: 'Wieder öffnen', isShared: false }
};
export const caseStepNames = Object.keys(caseSteps) as CaseStep[];

/** What a step looks at. Days as ISO text in Germany. */
export type CaseFacts = {
	state: CaseState;
	step: CaseStep;
	today: string;
	assigneeId: string | null;
	nextStep: string | null;
	nextStepOn: string | null;
	sleepUntil?: string;
	reason?: string;
	outcome?: Outcome;
};
export type Refused = { code: string; message: string; field?: string };

const needs: Record<Need, (facts: CaseFacts) => Refused | null> = {
	assignee: ({ assigneeId }) =>
		assigneeId ? null : { code: 'no-assignee', message: 'Bitte sagen, wer zuständig ist.', field: 'assigneeId' },
	next_step: (facts) => whyNotNextStep(facts),
	reason: ({ reason }) =>
		reason?.trim() ? null : { code: 'no-reason', message: 'Bitte in einem Satz sagen, warum. Er steht im Verlauf.', field: 'reason' },
	sleep_date: ({ sleepUntil, today }) =>
		sleepUntil && sleepUntil > today
			? null
			: {
					code: 'no-sleep-date',
					message: 'Bitte einen Tag in der Zukunft wählen. An ihm wacht der Fall von selbst auf.',
					field: 'sleepUntil'
				},
	outcome: ({ outcome }) => (outcome ? null : { code: 'no-outcome', message: 'Bitte sagen, wie es ausging.', field: 'outcome' })
};

/** While somebody works on it a case has a next step, today or later. */
export function whyNotNextStep({ nextStep, nextStepOn, today }: Pick<CaseFacts, 'nextStep' | 'nextStepOn' | 'today'>): Refused | null {
	if (!nextStep?.trim()) return { code: 'no-next-step', message: 'Bitte sagen, was als Nächstes geschieht.', field: 'nextStep' };
	if (!nextStepOn) return { code: 'no-next-day', message: 'Bitte sagen, bis wann das geschieht.', field: 'nextStepOn' };
	if (nextStepOn < today)
		return { code: 'next-day-past', message: 'Dieser Tag ist vorbei. Bitte einen von heute an wählen.', field: 'nextStepOn' };
	return null;
}

/** Why the step cannot be taken, or null. */
export function whyNotCaseStep(facts: CaseFacts): Refused | null {
	const { from, needs: asked, text } = caseSteps[facts.step];
	if (!from.includes(facts.state))
		return { code: 'not-from-here', message: `Der Fall ist im Stand „${caseStates[facts.state]}“. „${text}“ geht von dort aus nicht.` };
	for (const need of asked) {
		const not = needs[need](facts);
		if (not) return not;
	}
	return null;
}

/** Where a step leads; what slept wakes up as what it was. */
export const caseStateAfter = (step: CaseStep, before: CaseState | null): CaseState => {
	const { to } = caseSteps[step];
	return to === 'before' ? (before ?? 'accepted') : to;
};

export const caseStepsFrom = (state: CaseState): CaseStep[] => caseStepNames.filter((step) => caseSteps[step].from.includes(state));

/** Who leads a case: the organisation it belongs to, the office of a network, or the office of the installation. */
export type Holder = 'organisation' | 'network' | 'office';

export const partyRoles = {
	owner: 'Eigentümer:in',
	seeker: 'sucht Räume',
	municipality: 'Kommune',
	adviser: 'Beratung',
	broker: 'Vermittlung',
	network: 'Netzwerk',
	reporter: 'hat den Hinweis gegeben'
} as const;
export type PartyRole = keyof typeof partyRoles;

/** What a party may see, in a sentence that the office reads before it chooses. */
export const partyAccess = {
	shared: 'liest, was geteilt ist',
	internal: 'liest auch interne Notizen und Unterlagen (Kolleg:innen, Fachämter)',
	none: 'nur vermerkt, liest nichts'
} as const;
export type PartyAccess = keyof typeof partyAccess;
