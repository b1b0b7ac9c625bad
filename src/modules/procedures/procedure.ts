/** A concept procedure: its words, and its way until it is published, as one table. What follows stands in `way.ts`. What is not in a table is forbidden. */

export const kinds = {
	direct_match: 'direkte Vermittlung',
	expression_of_interest: 'Interessenbekundung',
	single_stage: 'Konzeptverfahren, eine Stufe',
	two_stage: 'Konzeptverfahren, zwei Stufen',
	with_dialogue: 'Konzeptverfahren mit Dialog',
	room_grant: 'Raumstipendium'
} as const;
export type Kind = keyof typeof kinds;

/** `hasCriteria`: concepts are weighed against each other; `hasJury`: by people who vote; `stages`: how often something is handed in. */
type KindRule = { hasCriteria: boolean; hasJury: boolean; stages: 1 | 2; hint: string };
export const kindRules: Record<Kind, KindRule> = {
	direct_match: {
		...{ hasCriteria: false, hasJury: false, stages: 1 },
		hint: 'Eine Gruppe steht fest. Die Absicht wird mit Gründen veröffentlicht, alle können etwas dazu sagen, dann wird entschieden.'
	},
	expression_of_interest: {
		...{ hasCriteria: false, hasJury: false, stages: 1 },
		hint: 'Wer hat Lust und ist geeignet? Gezeigt wird das auf zwei Seiten, gewertet wird noch nichts.'
	},
	single_stage: {
		...{ hasCriteria: true, hasJury: true, stages: 1 },
		hint: 'Alle geben einmal ein Konzept ab, die Jury wertet nach festen Kriterien.'
	},
	two_stage: {
		...{ hasCriteria: true, hasJury: true, stages: 2 },
		hint: 'Zuerst die Eignung auf zwei Seiten, dann das Konzept von den Ausgewählten. Das spart allen anderen viel Arbeit.'
	},
	with_dialogue: {
		...{ hasCriteria: true, hasJury: true, stages: 2 },
		hint: 'Wie zwei Stufen, dazwischen Gespräche mit allen Ausgewählten. Gut, wenn noch offen ist, was das Haus verträgt.'
	},
	room_grant: {
		...{ hasCriteria: true, hasJury: false, stages: 1 },
		hint: 'Räume auf Zeit gegen eine Pauschale und einen Beitrag für den Ort. Die leichte Form, an einem Abend vorbereitet.'
	}
};
/** Nobody is called to hand in: a group is named, with reasons, and everybody may say something to it. */
export const isDirect = (kind: Kind): boolean => kind === 'direct_match';

export const kindHints: Record<Kind, string> = Object.fromEntries(
	Object.entries(kindRules).map(([kind, { hint }]) => [kind, `${kinds[kind as Kind]}: ${hint}`])
) as Record<Kind, string>;

export const transfers = {
	sale: 'Verkauf',
	heritable_right: 'Erbbaurecht',
	lease: 'Miete oder Pacht',
	interim: 'Zwischennutzung'
} as const;
export type Transfer = keyof typeof transfers;

export const priceRules = {
	fixed: 'fester Preis, nur das Konzept zählt',
	minimum: 'Mindestpreis, nur das Konzept zählt',
	weighted: 'Konzept und Preis, der Preis in einem zweiten Umschlag'
} as const;
export type PriceRule = keyof typeof priceRules;

export const priceUnits = { total: 'einmalig', year: 'im Jahr', month: 'im Monat', m2_month: 'je m² und Monat' } as const;
export type PriceUnit = keyof typeof priceUnits;

export const decidingBodies = {
	council: 'Stadtverordnetenversammlung oder Gemeinderat',
	main_committee: 'Hauptausschuss',
	mayor: 'Bürgermeister:in',
	owner: 'Eigentümer:in',
	jury_then_council: 'die Jury empfiehlt, der Rat entscheidet'
} as const;
export type DecidingBody = keyof typeof decidingBodies;
/** Who can be named as deciding: a jury that recommends only where there is one. `now`: what is chosen stays to be seen. */
export const bodiesOf = (kind: Kind, now: DecidingBody): Partial<Record<DecidingBody, string>> =>
	Object.fromEntries(
		Object.entries(decidingBodies).filter(([body]) => kindRules[kind].hasJury || body !== 'jury_then_council' || body === now)
	);
/** Where a council decides, somebody keeps its papers. */
export const isCouncil = (body: DecidingBody): boolean => body === 'council' || body === 'main_committee' || body === 'jury_then_council';

export const tieRules = {
	heaviest: 'Wer beim schwersten Kriterium mehr Punkte hat, sonst beim nächsten',
	offer: 'Wer mehr bietet',
	lot: 'Das Los, öffentlich gezogen',
	body: 'Wer entscheidet, entscheidet auch das, mit Begründung'
} as const;
export type TieRule = keyof typeof tieRules;

export const states = {
	draft: 'in Arbeit',
	ready: 'Entwurf fertig',
	discarded: 'verworfen',
	open: 'veröffentlicht',
	closed: 'Abgabe beendet',
	precheck: 'Vorprüfung',
	scoring: 'Einzelbewertung',
	deliberation: 'Jurysitzung',
	recommended: 'Empfehlung steht',
	decided: 'entschieden',
	option: 'Anhandgabe',
	contract: 'Vertrag geschlossen',
	works: 'Umsetzung',
	done: 'in Nutzung',
	cancelled: 'aufgehoben'
} as const;
export type State = keyof typeof states;

export type Step = 'finish' | 'reopen' | 'discard' | 'restore';
type Rule = { from: readonly State[]; to: State; text: string; /** Asks why; the sentence stands in the history. */ needsReason: boolean };
export const steps: Record<Step, Rule> = {
	finish: { from: ['draft'], to: 'ready', text: 'Entwurf fertig', needsReason: false },
	reopen: { from: ['ready'], to: 'draft', text: 'Wieder in Arbeit nehmen', needsReason: true },
	discard: { from: ['draft', 'ready'], to: 'discarded', text: 'Verwerfen', needsReason: true },
	restore: { from: ['discarded'], to: 'draft', text: 'Zurückholen', needsReason: false }
};
export const stepNames = Object.keys(steps) as Step[];
export const stepsFrom = (state: State): Step[] => stepNames.filter((step) => steps[step].from.includes(state));

/** Only what is in work is written into: what was finished stays as others have read it. */
export const isWritable = (state: State): boolean => state === 'draft';
export const notWritable = 'Dieser Entwurf ist fertig oder verworfen. Bitte ihn zuerst wieder in Arbeit nehmen.';

export type Refused = { code: string; message: string; field?: string };
type Asked = { state: State; step: Step; reason?: string | null; /** What is still missing, as sentences. */ missing: readonly string[] };

/** Why the step cannot be taken, or null. */
export function whyNotStep({ state, step, reason, missing }: Asked): Refused | null {
	const { from, text, needsReason } = steps[step];
	if (!from.includes(state))
		return { code: 'not-from-here', message: `Das Verfahren ist im Stand „${states[state]}“. „${text}“ geht von dort aus nicht.` };
	if (needsReason && !reason?.trim())
		return { code: 'no-reason', message: 'Bitte in einem Satz sagen, warum. Er steht im Verlauf.', field: 'reason' };
	if (step === 'finish' && missing.length) return { code: 'not-whole', message: `Das fehlt noch: ${missing.join(' ')}` };
	return null;
}
