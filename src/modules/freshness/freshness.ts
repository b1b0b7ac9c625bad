/** What is offered or sought ages: when somebody is asked about it, and what happens while nobody answers. All spans in days. */

export const entryKinds = { property: 'Haus', request: 'Gesuch' } as const;
export type EntryKind = keyof typeof entryKinds;

/** In what role somebody is asked: those who look after an entry, the owner as the register knows them, or whoever reported the house. */
export const askedRoles = { contact: 'wer den Eintrag pflegt', owner: 'Eigentümer:in', reporter: 'wer es gemeldet hat' } as const;
export type AskedAs = keyof typeof askedRoles;

/** The steps down, in order; every one of them is taken back by an answer. */
export const steps = {
	current: 'bestätigt',
	asked: 'gefragt',
	marked: 'lange nicht bestätigt',
	hidden: 'nicht mehr vermittelt',
	archived: 'nicht mehr gezeigt'
} as const;
export type Step = keyof typeof steps;
export const isStep = (word: unknown): word is Step => typeof word === 'string' && Object.hasOwn(steps, word);
const order = Object.keys(steps) as Step[];

/** Spans of one kind of entry: `askAfter`, `least` and `most` count from the last answer, the others from the first question that nobody answered. */
export type Rule = {
	askAfter: number;
	/** The interval adapts between these two. */
	least: number;
	most: number;
	again: number;
	mark: number;
	hide: number;
	/** Null: the entry ends by itself in another way. */
	archive: number | null;
};
export type Rules = Record<EntryKind, Rule> & {
	/** What an interval is multiplied by when everything still held, and when something had changed. */ grow: number;
	shrink: number;
	/** Who confirms without having been asked has answered too, once this part of the interval has passed. */
	early: number;
	/** More questions than these to one person at once come as one. */ single: number;
};
export type RuleVersion = { version: number; reason: string; rules: Rules };

export type Entry = {
	kind: EntryKind;
	/** The last answer, or the day it was first offered. */
	since: Date;
	intervalDays: number;
	step: Step;
	/** The first question that nobody answered. */
	askedAt: Date | null;
	/** How often somebody was looked for since the last answer, and how often somebody was found. */
	asks: number;
	reached: number;
};
export type Due = { kind: 'wait'; until: Date | null } | { kind: 'ask' } | { kind: 'fall'; to: 'marked' | 'hidden' | 'archived' };

const day = 86_400_000;
export const addDays = (moment: Date, days: number): Date => new Date(moment.getTime() + days * day);

const spanOf = (rule: Rule, step: Step): number | null =>
	({ current: null, asked: null, marked: rule.mark, hidden: rule.hide, archived: rule.archive })[step];
const fallsTo = ['marked', 'hidden', 'archived'] as const;

/** The next step down from here; null at the end. Nothing skips a step. */
const nextFall = (rule: Rule, step: Step) => fallsTo.find((to) => order.indexOf(to) > order.indexOf(step) && spanOf(rule, to) !== null);

/** Where nobody can be asked, somebody is looked for again after so many days. */
export const lookAgainAfter = 30;

/** What is due for an entry now. Down it goes only after two questions, and off the page only when they reached somebody. */
export function dueOf(entry: Entry, rules: Rules, now: Date): Due {
	const rule = rules[entry.kind];
	if (!entry.askedAt || !entry.asks) {
		const at = addDays(entry.since, entry.intervalDays);
		return at <= now ? { kind: 'ask' } : { kind: 'wait', until: at };
	}
	const askedAt = entry.askedAt;
	const again = addDays(askedAt, rule.again);
	if (entry.asks < 2) return again <= now ? { kind: 'ask' } : { kind: 'wait', until: again };
	const to = nextFall(rule, entry.step);
	if (!to) return { kind: 'wait', until: null };
	if (to === 'archived' && !entry.reached) return { kind: 'ask' };
	const at = addDays(askedAt, spanOf(rule, to) ?? 0);
	return at <= now ? { kind: 'fall', to } : { kind: 'wait', until: at };
}

/** When somebody has to look at an entry next; null when nothing follows any more. */
export function nextLook(entry: Entry, rules: Rules, now: Date): Date | null {
	const due = dueOf(entry, rules, now);
	if (due.kind !== 'wait') return addDays(now, 1);
	return due.until;
}

export const answers = {
	still: { text: 'Stimmt noch', request: 'Wir suchen noch', reporter: 'Steht noch leer' },
	changed: { text: 'Hat sich geändert', request: 'Etwas hat sich geändert', reporter: 'Da tut sich etwas' },
	gone: { text: 'Nicht mehr leer', request: 'Wir suchen nicht mehr', reporter: 'Nicht mehr leer' }
} as const;
export type FreshAnswer = keyof typeof answers;
export const isFreshAnswer = (text: unknown): text is FreshAnswer => typeof text === 'string' && Object.hasOwn(answers, text);
export const answerWord = (kind: EntryKind, answer: FreshAnswer, askedAs: AskedAs = 'contact'): string =>
	answers[answer][kind === 'request' ? 'request' : askedAs === 'reporter' ? 'reporter' : 'text'];

/** The interval after an answer: longer when all still held in time, shorter when something had changed, within the bounds of its kind. */
export function adapted(asked: Pick<Entry, 'kind' | 'intervalDays' | 'step'>, answer: FreshAnswer, rules: Rules): number {
	const { least, most } = rules[asked.kind];
	const inTime = asked.step === 'current' || asked.step === 'asked';
	const factor = answer === 'still' ? (inTime ? rules.grow : 1) : rules.shrink;
	return Math.min(most, Math.max(least, Math.round(asked.intervalDays * factor)));
}

export type Answered = { answer: FreshAnswer | null; decidedAt: Date | null };

/** Why an answer cannot be given or changed any more, or null. */
export const whyNotAnswer = ({ answer, decidedAt }: Answered): string | null =>
	answer === 'gone' && decidedAt
		? 'Auf Ihre Antwort hin wurde schon entschieden. Bitte wenden Sie sich an die Kommune, wenn etwas nicht stimmt.'
		: null;

/** Why nothing is to be decided here, or null. */
export const whyNotDecide = ({ answer, decidedAt }: Answered): string | null =>
	decidedAt ? 'Darüber ist schon entschieden.' : answer === 'gone' ? null : 'Niemand hat gesagt, dass dieses Haus nicht mehr leer ist.';

/** How many of how many are current, "31 von 40 (78 %)". */
export type Share = { current: number; all: number };
export const shareText = ({ current, all }: Share): string => `${current} von ${all} (${Math.floor((100 * current) / Math.max(1, all))} %)`;

/** The rules of one kind as sentences, for the people they are about. */
export function ruleSentences(kind: EntryKind, rules: Rules): string[] {
	const rule = rules[kind];
	const months = (days: number) => (days % 30 === 0 && days >= 60 ? `${days / 30} Monate` : `${days} Tage`);
	return [
		`Gefragt wird das erste Mal ${months(rule.askAfter)} nach der letzten Bestätigung.`,
		`Stimmte alles, vergeht bis zur nächsten Frage mehr Zeit, höchstens ${months(rule.most)}; hatte sich etwas geändert, weniger, mindestens ${months(rule.least)}.`,
		`Wer im Register bestätigt oder beim Rundgang, hat geantwortet, auch ungefragt, sobald ${Math.round(rules.early * 100)} % der Zeit um sind.`,
		`Antwortet niemand, wird nach ${months(rule.again)} noch einmal gefragt, und dann nicht mehr.`,
		`${months(rule.mark)} nach der ersten Frage ist der Eintrag als lange nicht bestätigt gekennzeichnet, nach ${months(rule.hide)} wird er nicht mehr vermittelt.`,
		rule.archive === null
			? 'Von der Seite verschwindet er, wenn er abläuft.'
			: `Nach ${months(rule.archive)} ist er nicht mehr öffentlich. Das Büro holt ihn mit einem Klick zurück.`,
		'Jede Antwort, auch eine späte, setzt alles zurück.'
	];
}
