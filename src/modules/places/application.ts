import type { Assessment } from './criteria.ts';
import type { ApplicationState, RoundState, Verdict } from './vocabulary.ts';

/** What a group says under one category: whether it applies, and how one can see it. */
export type Answer = { applies: boolean; text: string };
export type Answers = Record<string, Answer>;

/** Every step of an application. What is not here is forbidden. */
export type ApplicationStep = 'submit' | 'withdraw' | 'return' | 'accept' | 'present' | 'award' | 'defer' | 'send_back';

type Guard = 'window' | 'attitude' | 'grounds' | 'reason' | 'feedback' | 'quorum' | 'rule';
type Rule = {
	from: readonly ApplicationState[];
	to: ApplicationState;
	/** `group`: the group, or the office on its behalf. `round`: happens when the window closes. */
	by: 'group' | 'office' | 'round';
	guards: readonly Guard[];
	text: string;
};

export const applicationSteps: Record<ApplicationStep, Rule> = {
	submit: {
		from: ['draft', 'returned'],
		to: 'submitted',
		by: 'group',
		guards: ['window', 'attitude', 'grounds'],
		text: 'Bewerbung einreichen'
	},
	withdraw: { from: ['draft', 'submitted', 'returned', 'ready'], to: 'withdrawn', by: 'group', guards: [], text: 'Bewerbung zurückziehen' },
	return: { from: ['submitted'], to: 'returned', by: 'office', guards: ['reason'], text: 'Zurückgeben' },
	accept: { from: ['submitted'], to: 'ready', by: 'office', guards: [], text: 'Als vollständig annehmen' },
	present: { from: ['ready'], to: 'judging', by: 'round', guards: [], text: 'Der Jury vorlegen' },
	award: { from: ['judging'], to: 'awarded', by: 'office', guards: ['reason', 'quorum', 'rule'], text: 'Auszeichnen' },
	defer: { from: ['judging'], to: 'not_yet', by: 'office', guards: ['feedback', 'quorum'], text: 'Noch nicht' },
	send_back: { from: ['judging'], to: 'returned', by: 'office', guards: ['reason'], text: 'Zurück an die Gruppe' }
};

/** So many judgements carry a decision. */
export const quorum = 2;
const leastFeedback = 60;

export type ApplicationQuestion = {
	state: ApplicationState;
	step: ApplicationStep;
	reason?: string;
	/** The window that is open today, or null. */
	isWindowOpen: boolean;
	attitudeConfirmed: boolean;
	answers: Answers;
	/** Codes with a file. */
	evidenced: ReadonlySet<string>;
	assessment: Assessment;
	votes: number;
};
export type Refused = { code: string; message: string; field?: string };

/** Categories that are said to apply without a word or a file that shows it. */
export const ungrounded = ({ answers, evidenced }: Pick<ApplicationQuestion, 'answers' | 'evidenced'>): string[] =>
	Object.entries(answers)
		.filter(([code, { applies, text }]) => applies && text.trim().length < 20 && !evidenced.has(code))
		.map(([code]) => code)
		.sort();

const guards: Record<Guard, (question: ApplicationQuestion) => Refused | null> = {
	window: ({ isWindowOpen }) =>
		isWindowOpen
			? null
			: {
					code: 'window-closed',
					message: 'Das Bewerbungsfenster ist gerade geschlossen. Der Entwurf bleibt liegen; Ihr könnt Euch vormerken lassen.'
				},
	attitude: ({ attitudeConfirmed }) =>
		attitudeConfirmed
			? null
			: { code: 'attitude-missing', message: 'Bitte zuerst die Haltung bestätigen: Sie geht allen Kriterien voran.' },
	grounds: (question) => {
		if (!Object.values(question.answers).some(({ applies }) => applies))
			return { code: 'nothing-applies', message: 'Noch ist keine Kategorie angekreuzt. Bitte bei mindestens einem Kriterium anfangen.' };
		const bare = ungrounded(question);
		return bare.length
			? { code: 'grounds-missing', message: `Unter ${bare.join(', ')} fehlen Worte oder ein Beleg: Woran sieht man, dass es zutrifft?` }
			: null;
	},
	reason: ({ reason }) =>
		reason?.trim() ? null : { code: 'reason-missing', message: 'Bitte sagen, warum: Die Gruppe liest es.', field: 'reason' },
	feedback: ({ reason }) =>
		(reason?.trim().length ?? 0) >= leastFeedback
			? null
			: {
					code: 'feedback-missing',
					message: 'Ein „noch nicht“ braucht eine Rückmeldung, mit der die Gruppe weiterkommt: Was war stark, was fehlt, was hilft?',
					field: 'reason'
				},
	quorum: ({ votes }) =>
		votes >= quorum
			? null
			: {
					code: 'no-quorum',
					message: `Für eine Entscheidung braucht es mindestens ${quorum} Urteile der Jury, es ${votes === 1 ? 'liegt' : 'liegen'} ${votes} vor.`
				},
	rule: ({ assessment }) =>
		assessment.result === 'not_yet'
			? { code: 'rule-not-met', message: `Die Regel ist nicht erfüllt. ${assessment.missing.join(' ')}` }
			: null
};

const standing: Record<ApplicationState, string> = {
	draft: 'ein Entwurf',
	submitted: 'eingereicht',
	returned: 'zurück bei der Gruppe',
	ready: 'als vollständig angenommen',
	judging: 'bei der Jury',
	awarded: 'mit einer Auszeichnung entschieden',
	not_yet: 'mit „noch nicht“ entschieden',
	withdrawn: 'zurückgezogen'
};

/** Why the step cannot be taken, or null when it can. */
export function whyNotStep(question: ApplicationQuestion): Refused | null {
	const rule = applicationSteps[question.step];
	if (!rule.from.includes(question.state))
		return { code: 'not-from-here', message: `Die Bewerbung ist ${standing[question.state]}. „${rule.text}“ geht von dort aus nicht.` };
	for (const guard of rule.guards) {
		const refused = guards[guard](question);
		if (refused) return refused;
	}
	return null;
}

export const isEditable = (state: ApplicationState): boolean => state === 'draft' || state === 'returned';
export const isOpen = (state: ApplicationState): boolean => !['awarded', 'not_yet', 'withdrawn'].includes(state);
export const appliesOf = (answers: Answers): Set<string> =>
	new Set(Object.entries(answers).flatMap(([code, { applies }]) => (applies ? [code] : [])));

/** What stands against a judgement of this juror, or null. */
export function whyNotJudge(asked: {
	state: ApplicationState;
	hasJudged: boolean;
	isRecused: boolean;
	isOfGroup: boolean;
	recuses: boolean;
}): Refused | null {
	if (asked.isRecused) return { code: 'recused', message: 'Sie haben sich für befangen erklärt und urteilen hier nicht mit.' };
	if (asked.hasJudged) return { code: 'already-judged', message: 'Ihr Urteil steht schon. Es lässt sich nicht mehr ändern.' };
	if (asked.state !== 'judging') return { code: 'not-judging', message: 'Diese Bewerbung liegt der Jury gerade nicht vor.' };
	if (asked.isOfGroup && !asked.recuses)
		return { code: 'conflict', message: 'Sie gehören zur Gruppe dieses Ortes. Bitte erklären Sie sich für befangen.' };
	return null;
}

/** Every step of a round of the jury. */
export type RoundStep = 'open' | 'close' | 'finish';
export const roundSteps: Record<RoundStep, { from: RoundState; to: RoundState; text: string }> = {
	open: { from: 'planned', to: 'open', text: 'Bewerbungsfenster öffnen' },
	close: { from: 'open', to: 'judging', text: 'Fenster schließen, Jury beginnt' },
	finish: { from: 'judging', to: 'closed', text: 'Runde abschließen' }
};

export type RoundQuestion = {
	state: RoundState;
	step: RoundStep;
	otherOpen: boolean;
	isOver: boolean;
	jurors: number;
	hasCriteria: boolean;
	/** Applications of this round by their state. */
	counts: Partial<Record<ApplicationState, number>>;
};

/** Why a round cannot take this step, or null. */
export function whyNotRound(question: RoundQuestion): Refused | null {
	const { state, step, counts } = question;
	if (roundSteps[step].from !== state) return { code: 'not-from-here', message: `„${roundSteps[step].text}“ geht von hier aus nicht.` };
	if (step === 'open') {
		if (!question.hasCriteria) return { code: 'no-criteria', message: 'Bitte zuerst die Kriterien veröffentlichen.' };
		if (question.otherOpen) return { code: 'other-open', message: 'Es ist schon ein Fenster offen. Bitte zuerst das andere schließen.' };
		if (question.isOver)
			return { code: 'over', message: 'Der letzte Tag dieses Fensters liegt schon zurück. Bitte zuerst die Tage ändern.' };
	}
	if (step === 'close') {
		if (counts.submitted)
			return {
				code: 'unchecked',
				message: `Erst prüfen: ${counts.submitted} eingereichte Bewerbungen sind noch weder angenommen noch zurückgegeben.`
			};
		if (question.jurors < quorum)
			return {
				code: 'too-few-jurors',
				message: `Die Jury braucht mindestens ${quorum} Menschen mit Konto. Bitte unter „Menschen“ eintragen.`
			};
	}
	if (step === 'finish' && counts.judging)
		return { code: 'undecided', message: `Noch nicht entschieden: ${counts.judging}. Eine Runde endet, wenn alle eine Antwort haben.` };
	return null;
}

export type SeenVote = { juror: string; verdict: Verdict | null; reason: string; isRecusal: boolean; at: Date };
