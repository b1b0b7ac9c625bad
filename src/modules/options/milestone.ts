import { dayAfter } from '#lib/calendar.ts';
import { daysBetween, proposalSource, type Refused } from './option.ts';

/** What whoever has an option does until its end: planned, reported, confirmed. */

export const states = { planned: 'geplant', reported: 'gemeldet', confirmed: 'bestätigt', rejected: 'noch offen' } as const;
export type State = keyof typeof states;

/** As it stands on a day: two of them come from the calendar, one from the end of the option; none of them is stored. */
export const stands = { ...states, due: 'bald fällig', overdue: 'überfällig', left: 'nicht bestätigt' } as const;
export type Stand = keyof typeof stands;
/** The colour of the tag that says how it stands. */
export const standTones: Record<Stand, string> = {
	...{ confirmed: '', reported: 'warm', due: 'warm', overdue: 'clay', rejected: 'clay', planned: 'plain', left: 'plain' }
};

export type Move = 'report' | 'confirm' | 'reject' | 'reopen';
type Rule = { from: readonly State[]; to: State; text: string; needsReason: boolean };
export const moves: Record<Move, Rule> = {
	report: { from: ['planned', 'reported', 'rejected'], to: 'reported', text: 'Melden', needsReason: false },
	confirm: { from: ['planned', 'reported', 'rejected'], to: 'confirmed', text: 'Bestätigen', needsReason: false },
	reject: { from: ['reported'], to: 'rejected', text: 'Noch nicht', needsReason: true },
	reopen: { from: ['confirmed'], to: 'planned', text: 'Wieder öffnen', needsReason: true }
};
export const moveNames = Object.keys(moves) as Move[];
export const movesFrom = (state: State): Move[] => moveNames.filter((move) => moves[move].from.includes(state));

export function whyNotMove({ state, move, reason }: { state: State; move: Move; reason?: string | null }): Refused | null {
	const { from, text, needsReason } = moves[move];
	if (!from.includes(state))
		return { code: 'not-from-here', message: `Dieser Schritt ist „${states[state]}“. „${text}“ geht von dort aus nicht.` };
	if (needsReason && !reason?.trim())
		return { code: 'no-reason', message: 'Bitte in einem Satz sagen, was noch fehlt. Die Gruppe liest ihn.', field: 'reason' };
	return null;
}

type Dated = { state: State; dueOn: string };
/** What is left of a milestone when its option is over: nobody waits for it any more. */
export const standAfter = ({ state }: Pick<Dated, 'state'>): Stand => (state === 'confirmed' ? state : 'left');
/** Days before its date on which a milestone counts as due. */
export const dueBefore = 14;

export function standOf({ state, dueOn }: Dated, today: string): Stand {
	if (state === 'confirmed' || state === 'reported') return state;
	if (dueOn < today) return 'overdue';
	if (state === 'rejected') return state;
	return daysBetween(today, dueOn) <= dueBefore ? 'due' : 'planned';
}

/** Whom a level is for: who has the option, the office, or both. */
type LevelRule = { text: string; days: number; to: 'holder' | 'desk' | 'both'; title: string; ask: string };

/** What happens when nothing is reported: days after the date, negative before. Every option may set other days, or leave one out. */
export const levels = {
	due: {
		...{ text: 'Ankündigung', days: -14, to: 'holder', title: 'Bald fällig' },
		ask: 'Ein Satz und, wenn es etwas zu sehen gibt, ein Foto genügen.'
	},
	first: {
		...{ text: 'erste Erinnerung', days: 1, to: 'holder', title: 'Seit gestern fällig' },
		ask: 'Wie weit seid Ihr? Ein Satz genügt.'
	},
	second: {
		...{ text: 'zweite Erinnerung', days: 14, to: 'holder', title: 'Noch nichts gehört' },
		ask: 'Bitte meldet Euch, auch wenn es stockt. Dann lässt sich helfen.'
	},
	talk: {
		...{ text: 'Gespräch', days: 28, to: 'both', title: 'Zeit für ein Gespräch' },
		ask: 'Das Büro und Ihr solltet jetzt miteinander sprechen.'
	},
	escalation: {
		...{ text: 'an das Büro', days: 42, to: 'desk', title: 'Sechs Wochen überfällig' },
		ask: 'Bitte entscheiden, wie es weitergeht: neuer Termin, Nachfrist, oder abwarten.'
	}
} as const satisfies Record<string, LevelRule>;
export type Level = keyof typeof levels;
export const levelNames = Object.keys(levels) as Level[];
/** Days by level; null leaves it out. */
export type LevelDays = Record<Level, number | null>;
export const usualDays = Object.fromEntries(levelNames.map((name) => [name, levels[name].days])) as LevelDays;

/**
 * The level that is due now, at most one and the furthest: who comes back after a pause gets one word, not five.
 * @param done the furthest level told, null for none
 */
export function levelDue({ state, dueOn, done }: Dated & { done: Level | null }, days: LevelDays, today: string): Level | null {
	if (state === 'reported' || state === 'confirmed') return null;
	const late = daysBetween(dueOn, today);
	const reached = levelNames.filter((name) => {
		const at = days[name];
		return at !== null && late >= at;
	});
	const last = reached.at(-1);
	if (!last || (done && levelNames.indexOf(last) <= levelNames.indexOf(done))) return null;
	return last;
}

export type Proposed = {
	title: string;
	description: string;
	source: string;
	/** Percent of the time that has passed by then. */ share: number;
};
const ours = 'Vorschlag ohne Vorbild, bitte anpassen';

/** Milestones to begin with. A proposal: the office changes every word and day. */
export const template: readonly Proposed[] = [
	{
		title: 'Die Gruppe ist rechtlich handlungsfähig',
		description: 'Verein, Genossenschaft oder Gesellschaft ist gegründet, die Vertretung ist benannt.',
		...{ share: 25, source: ours }
	},
	{
		title: 'Die Finanzierung ist nachgewiesen',
		description: 'Eigenmittel, Darlehen und Förderung ergeben zusammen, was es kostet; Zusagen oder Absichten liegen schriftlich vor.',
		...{ share: 60, source: ours }
	},
	{
		title: 'Ein genehmigungsfähiger Bauantrag liegt vor',
		description: 'Er passt zu dem Konzept, das ausgewählt wurde. Wo nicht gebaut wird: ein Plan für die Nutzung.',
		...{ share: 85, source: `Voraussetzung für den Vertrag: ${proposalSource}` }
	},
	{
		title: 'Der Vertrag ist unterschriftsreif',
		description: 'Beide Seiten haben den Entwurf gelesen, offene Punkte sind benannt.',
		...{ share: 95, source: ours }
	}
];

/** For rooms on a time nobody founds anything or builds. */
const lightTemplate: readonly Proposed[] = [
	{
		title: 'Der Nutzungsvertrag ist unterschriftsreif',
		description: 'Zeitraum, Pauschale und was der Ort davon hat stehen darin, Schlüssel und Versicherung sind geklärt.',
		...{ share: 80, source: ours }
	}
];

type Term = { startsOn: string; endsOn: string };
export const proposedMilestones = ({ startsOn, endsOn }: Term, { isLight = false } = {}): (Proposed & { dueOn: string })[] =>
	(isLight ? lightTemplate : template).map((one) => ({
		...one,
		dueOn: dayAfter(startsOn, Math.round((daysBetween(startsOn, endsOn) * one.share) / 100))
	}));
