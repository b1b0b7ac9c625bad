/** A concept of a group for a procedure: its words and its way, as one table. What is not here is forbidden. */

export const states = {
	draft: 'in Arbeit',
	submitted: 'abgegeben',
	withdrawn: 'zurückgezogen',
	lapsed: 'nicht abgegeben',
	opened: 'geöffnet'
} as const;
export type State = keyof typeof states;

export const applicantKinds = {
	person: 'eine Person',
	group: 'eine Gruppe in Gründung',
	organisation: 'ein Verein, eine Genossenschaft oder eine Firma'
} as const;
export type ApplicantKind = keyof typeof applicantKinds;

type Rule = { from: readonly State[]; to: State; text: string };
export const steps = {
	/** Again too: what is sent last is what counts. */
	send: { from: ['draft', 'lapsed', 'submitted'], to: 'submitted', text: 'Abgeben' },
	/** The deadline has passed. */
	lapse: { from: ['draft'], to: 'lapsed', text: 'Frist verstrichen' },
	/** More time for all: whoever was too late writes on. */
	revive: { from: ['lapsed'], to: 'draft', text: 'Weiterschreiben' },
	withdraw: { from: ['submitted'], to: 'withdrawn', text: 'Zurückziehen' },
	open: { from: ['submitted'], to: 'opened', text: 'Öffnen' }
} as const satisfies Record<string, Rule>;
export type Step = keyof typeof steps;
const rules: Record<Step, Rule> = steps;
export const stepNames = Object.keys(steps) as Step[];

/** Why the step cannot be taken, or null. */
export const whyNotStep = (state: State, step: Step): string | null =>
	rules[step].from.includes(state) ? null : `Das Konzept ist im Stand „${states[state]}“. „${rules[step].text}“ geht von dort aus nicht.`;

/** What the last one of a concept can do instead of leaving. */
export function lastOne(state: State, { isInTime }: { isInTime: boolean }): string {
	if (state === 'withdrawn') return `Was zurückgezogen ist, wird nach ${forgetDays} Tagen gelöscht; Ihr müsst dafür nichts tun.`;
	if (state === 'draft' || state === 'lapsed') return 'Werft den Entwurf weg, oder ladet zuerst jemanden ein, der weiterschreibt.';
	const stay = 'Das Konzept wäre dann niemandes mehr:';
	return state === 'submitted' && isInTime
		? `${stay} Zieht es zurück, oder ladet zuerst jemanden ein und gebt die Verantwortung weiter.`
		: `${stay} Ladet zuerst jemanden ein und gebt die Verantwortung weiter.`;
}

/** A sheet of costs, in cents; positions have words of their own. */
export type CostRow = { text: string; cents: number };
export type Costs = { once: CostRow[]; funds: CostRow[]; yearly: CostRow[]; income: CostRow[]; note: string };

export type ConceptFile = {
	id: string;
	/** The leaf or condition it proves; null for the whole. */
	for: string | null;
	name: string;
	contentType: string;
	bytes: number;
	/** SHA-256 of the content as it was handed in, in hex. */
	sha256: string;
};

/** What is sealed, hashed, and read after the opening. Texts by the id of a leaf or a condition. */
export type Content = {
	format: 'gestaltungsraum-konzept';
	version: 1;
	procedure: string;
	concept: string;
	round: number;
	title: string;
	summary: string;
	applicant: { kind: ApplicantKind; name: string; contact: string; email: string; phone: string; members: number | null };
	answers: Record<string, string>;
	costs: Costs | null;
	files: ConceptFile[];
};

/** What is written before it is handed in. */
export type Draft = Pick<Content, 'title' | 'summary' | 'applicant' | 'answers' | 'costs'> & {
	/** The second envelope, where the price is weighed. */
	offerCents: number | null;
};

/** What lies in an envelope: with the salt of its commitment, so that whoever opens it can check it. */
export type Envelope<T> = { salt: string; value: T };
export type Offer = { format: 'gestaltungsraum-angebot'; version: 1; procedure: string; concept: string; round: number; cents: number };

/** What was withdrawn or never handed in is deleted this many days later. */
export const forgetDays = 90;
