import { monthsAfter } from '#lib/calendar.ts';
import { germanDay } from '#lib/text/german.ts';

/** Exclusive for a time: the words of an option and its way, as one table. What is not here is forbidden. */

export const states = {
	active: 'läuft',
	extended: 'verlängert',
	fulfilled: 'Vertrag geschlossen',
	returned: 'zurückgegeben',
	lapsed: 'ausgelaufen'
} as const;
export type State = keyof typeof states;
export const runningStates: readonly State[] = ['active', 'extended'];
export const isRunning = (state: State): boolean => runningStates.includes(state);

export const contractKinds = {
	sale: 'Kaufvertrag',
	heritable_right: 'Erbbaurechtsvertrag',
	lease: 'Miet- oder Pachtvertrag',
	interim: 'Nutzungsvertrag auf Zeit'
} as const;
export type ContractKind = keyof typeof contractKinds;

export type Step = 'extend' | 'fulfil' | 'give_back' | 'lapse';
type Rule = { from: readonly State[]; to: State; text: string; needsReason: boolean };
export const steps: Record<Step, Rule> = {
	extend: { from: runningStates, to: 'extended', text: 'Verlängern', needsReason: true },
	fulfil: { from: runningStates, to: 'fulfilled', text: 'Vertrag eintragen', needsReason: false },
	give_back: { from: runningStates, to: 'returned', text: 'Rückgabe bestätigen', needsReason: true },
	lapse: { from: runningStates, to: 'lapsed', text: 'Als ausgelaufen feststellen', needsReason: true }
};
export const stepNames = Object.keys(steps) as Step[];

/** What a step is called in a history. */
export const stepText: Record<Step | 'grant' | 'build' | 'use' | 'cancel', string> = {
	...{
		grant: 'an die Hand gegeben',
		extend: 'verlängert',
		fulfil: 'Vertrag geschlossen',
		give_back: 'zurückgegeben',
		lapse: 'ausgelaufen'
	},
	...{ build: 'Umsetzung begonnen', use: 'in Nutzung', cancel: 'mit dem Verfahren aufgehoben' }
};

/** How long, as Tübingen does it (tuebingen.de, Vergabe städtischer Grundstücke): six to ten months, a talk after four, two to remedy, an extension only by way of exception. */
export const proposal = { months: 10, talkAfterMonths: 4, remedyMonths: 2, extensions: 1 } as const;
export const proposalSource = 'Universitätsstadt Tübingen, Vergabe städtischer Grundstücke';
/** An option is for a time: nobody types 2062 by mistake. */
export const mostMonths = 36;
export const mostExtensions = 5;

export type Refused = { code: string; message: string; field?: string };
export type Remedy = { until: string; state: 'open' | 'met' | 'failed' };
export type Asked = {
	state: State;
	step: Step;
	reason?: string | null;
	today: string;
	startsOn: string;
	endsOn: string;
	/** Last day of the standstill after the decision; null once it is over. */
	standstillUntil: string | null;
	remedies: readonly Remedy[];
	extensionCount: number;
	mostExtensions: number;
	/** For an extension: the new last day. For a contract: its day. */
	day?: string;
};

export function whyNotTerm({ startsOn, endsOn }: Pick<Asked, 'startsOn' | 'endsOn'>): Refused | null {
	if (endsOn <= startsOn) return { code: 'order', message: 'Das Ende muss nach dem Beginn liegen.', field: 'endsOn' };
	if (endsOn > monthsAfter(startsOn, mostMonths))
		return { code: 'too-long', message: `Höchstens ${mostMonths} Monate am Stück. Üblich sind sechs bis zehn.`, field: 'endsOn' };
	return null;
}

function whyNotExtend({ extensionCount, mostExtensions: most, day, endsOn, startsOn }: Asked): Refused | null {
	if (extensionCount >= most)
		return {
			code: 'no-more-extensions',
			message: most
				? `Diese Anhandgabe ist schon ${most === 1 ? 'einmal' : `${most} Mal`} verlängert. Mehr war nicht vereinbart.`
				: 'Für diese Anhandgabe ist keine Verlängerung vereinbart.'
		};
	if (!day || day <= endsOn)
		return { code: 'not-later', message: `Bitte einen Tag nach dem ${germanDay(endsOn)} nennen.`, field: 'endsOn' };
	return whyNotTerm({ startsOn, endsOn: day });
}

function whyNotLapse({ remedies, today, endsOn }: Asked): Refused | null {
	const open = remedies.find(({ state, until }) => state === 'open' && until >= today);
	if (open)
		return {
			code: 'remedy-runs',
			message: `Bis zum ${germanDay(open.until)} läuft eine Nachfrist. Vorher läuft nichts aus; zurückgeben kann die Gruppe jederzeit.`
		};
	const isWasted = remedies.some(({ state }) => state !== 'met');
	if (endsOn >= today && !isWasted)
		return {
			code: 'not-over',
			message: `Die Anhandgabe gilt bis zum ${germanDay(endsOn)}. Auslaufen kann sie erst danach, oder wenn eine Nachfrist ungenutzt verstrichen ist.`
		};
	return null;
}

function whyNotFulfil({ day, today, startsOn }: Asked): Refused | null {
	if (!day || day < startsOn || day > today)
		return {
			code: 'contract-day',
			message: 'Bitte den Tag des Vertrags nennen: nach dem Beginn der Anhandgabe, nicht in der Zukunft.',
			field: 'contractOn'
		};
	return null;
}

const guards: Partial<Record<Step, (asked: Asked) => Refused | null>> = {
	extend: whyNotExtend,
	lapse: whyNotLapse,
	fulfil: whyNotFulfil
};

/** Why the step cannot be taken, or null. */
export function whyNotStep(asked: Asked): Refused | null {
	const { state, step, reason, standstillUntil } = asked;
	const { from, text, needsReason } = steps[step];
	if (!from.includes(state))
		return { code: 'not-from-here', message: `Diese Anhandgabe ist im Stand „${states[state]}“. „${text}“ geht von dort aus nicht.` };
	if (standstillUntil && (step === 'lapse' || step === 'fulfil'))
		return {
			code: 'standstill',
			message:
				step === 'lapse'
					? `Bis zum ${germanDay(standstillUntil)} läuft die Wartefrist nach der Entscheidung. Vorher läuft keine Anhandgabe aus. Bitte danach noch einmal.`
					: `Bis zum ${germanDay(standstillUntil)} läuft die Wartefrist nach der Entscheidung. Vorher wird kein Vertrag geschlossen.`
		};
	if (needsReason && !reason?.trim())
		return { code: 'no-reason', message: 'Bitte in einem Satz sagen, warum. Er wird veröffentlicht.', field: 'reason' };
	return guards[step]?.(asked) ?? null;
}

type Place = { conceptId: string; outcome: 'awarded' | 'reserve' | 'not_awarded' | 'excluded'; rank: number | null };

/** Whose turn it is: whoever was awarded, then who waits by rank; several where they share one. `had`: concepts that had their option. */
export function nextInLine<P extends Place>(places: readonly P[], had: ReadonlySet<string>): P[] {
	for (const outcome of ['awarded', 'reserve'] as const) {
		const waiting = places.filter((place) => place.outcome === outcome && !had.has(place.conceptId));
		const best = Math.min(...waiting.map(({ rank }) => rank ?? Infinity));
		const first = waiting.filter(({ rank }) => (rank ?? Infinity) === best);
		if (first.length) return first;
	}
	return [];
}

/** Days before and after the end on which the office is warned: nothing runs out by itself. */
export const endWarnings = [60, 14, -1] as const;

/** Which warning about the end is due: 1, 2 … as in `endWarnings`, at most one at a time; 0 for none. */
export function endWarningDue({ endsOn, warned }: { endsOn: string; warned: number }, today: string): number {
	const left = daysBetween(today, endsOn);
	const due = endWarnings.findLastIndex((days) => left <= days) + 1;
	return due > warned ? due : 0;
}

export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
