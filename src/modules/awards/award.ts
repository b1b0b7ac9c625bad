import { dayAfter, dayOf } from '#lib/calendar.ts';
import { berlinMoment } from '#lib/text/berlin.ts';
import { isCouncil, type DecidingBody, type Refused, type State } from '#modules/procedures/procedure.ts';

/** The award: what was recommended, what the body decided, and what each group hears. */

export const outcomes = {
	awarded: 'Zuschlag',
	reserve: 'Nachrückliste',
	not_awarded: 'kein Zuschlag',
	excluded: 'ausgeschlossen',
	/** After an expression of interest. */
	invited: 'geht weiter'
} as const;
export type Outcome = keyof typeof outcomes;

/** How it goes on after an expression of interest. That it does not is `cancelWithoutAward`. */
export const nextSteps = {
	procedure: 'ein Konzeptverfahren, das allen offensteht',
	direct: 'eine direkte Vermittlung an eine Gruppe'
} as const;
export type NextStep = keyof typeof nextSteps;

export const objectionStates = {
	raised: 'offen',
	accepted: 'stattgegeben',
	rejected: 'zurückgewiesen',
	withdrawn: 'zurückgenommen'
} as const;
export type ObjectionState = keyof typeof objectionStates;

/** From where an objection may go where. What is not here is forbidden. */
export const objectionSteps = {
	accept: { from: 'raised', to: 'accepted' },
	reject: { from: 'raised', to: 'rejected' },
	withdraw: { from: 'raised', to: 'withdrawn' }
} as const satisfies Record<string, { from: ObjectionState; to: ObjectionState }>;
export type ObjectionStep = keyof typeof objectionSteps;
export const objectionStepNames = Object.keys(objectionSteps) as ObjectionStep[];

/** What an accepted objection leads to. */
export const objectionEffects = {
	stands: 'Der Fehler ist behoben, die Entscheidung bleibt',
	anew: 'Es wird neu entschieden'
} as const;
export type ObjectionEffect = keyof typeof objectionEffects;

/** Why an objection cannot take this step, or null. */
export const whyNotObjectionStep = (state: ObjectionState, step: ObjectionStep): Refused | null =>
	objectionSteps[step].from === state
		? null
		: { code: 'not-from-here', message: `Dieser Einwand ist schon ${objectionStates[state]}. Daran lässt sich nichts mehr ändern.` };

/** Days between the letters and what can no longer be taken back, and after the last answer. Modelled on § 134 (2) GWB, which does not bind the sale of a house: ADR 0023. */
export const standstill = { days: 15, afterAnswer: 7 } as const;

/** The end of the day so many days after a moment, as clocks in Germany have it. */
const endOfDay = (from: Date, days: number): Date =>
	berlinMoment(`${dayAfter(dayOf(from), days + 1)}T00:00`) ?? new Date(from.getTime() + (days + 1) * 86_400_000);
export const standstillFrom = (sentAt: Date): Date => endOfDay(sentAt, standstill.days);

export type ObjectionFact = { state: ObjectionState; effect: ObjectionEffect | null; answeredAt: Date | null };

/** When the standstill ends; null while an objection is open. An answer leaves time to read it. */
export function standstillEnd(until: Date, objections: readonly ObjectionFact[]): Date | null {
	if (objections.some(({ state }) => state === 'raised')) return null;
	const ends = objections.flatMap(({ state, answeredAt }) =>
		answeredAt && state !== 'withdrawn' ? [endOfDay(answeredAt, standstill.afterAnswer)] : []
	);
	return [until, ...ends].reduce((a, b) => (a > b ? a : b));
}

export type Stand = { decidedAt: Date | null; standstillUntil: Date | null; objections: readonly ObjectionFact[] };

/** Whether the decision has to be made again: an objection was accepted and nothing decided since. */
export const isToDecideAnew = ({ decidedAt, objections }: Stand): boolean =>
	objections.some(({ effect, answeredAt }) => effect === 'anew' && answeredAt !== null && (decidedAt === null || answeredAt >= decidedAt));

/** Why the house cannot be given to anybody for a time yet, or null. */
export function whyNotYet(stand: Stand, now: Date): Refused | null {
	const { decidedAt, standstillUntil, objections } = stand;
	if (!decidedAt || !standstillUntil) return { code: 'not-decided', message: 'Es ist noch nicht entschieden. Zuerst kommt der Zuschlag.' };
	if (isToDecideAnew(stand))
		return { code: 'decide-anew', message: 'Einem Einwand wurde stattgegeben: Zuerst muss neu entschieden werden.' };
	const end = standstillEnd(standstillUntil, objections);
	if (end === null) return { code: 'objection-open', message: 'Ein Einwand ist noch nicht beantwortet. So lange ruht die Vergabe.' };
	if (now < end)
		return { code: 'standstill', message: `Die Wartefrist läuft noch bis zum ${germanEnd(end)}. Vorher darf nichts vergeben werden.` };
	return null;
}

/** Midnight reads as the end of the day before: "30.11.2026". */
export const germanEnd = (end: Date): string =>
	dayOf(new Date(end.getTime() - 1))
		.split('-')
		.reverse()
		.join('.');

/** From here on everybody knows the result. */
const told: readonly State[] = ['decided', 'option', 'contract', 'works', 'done'];
export const isTold = (state: State): boolean => told.includes(state);

/** Until when somebody may object, or why not. */
export function whyNotObject(
	{ decidedAt, standstillUntil, objections }: Stand,
	asked: { now: Date; state: State; own: number }
): Refused | null {
	if (!decidedAt || !standstillUntil || asked.state !== 'decided')
		return { code: 'not-now', message: 'Ein Einwand ist nur möglich, solange nach dem Brief die Wartefrist läuft.' };
	if (asked.now >= standstillUntil)
		return {
			code: 'too-late',
			message: `Die Frist für Einwände ist am ${germanEnd(standstillUntil)} abgelaufen. Fragen beantwortet das Rathaus weiter gern.`
		};
	if (asked.own > 0)
		return { code: 'one-open', message: 'Euer Einwand ist schon da und noch nicht beantwortet. Bitte wartet die Antwort ab.' };
	return objections.length >= 500 ? { code: 'too-many', message: 'Es liegen zu viele Einwände vor.' } : null;
}

/** "12 Ja, 2 Nein, 1 Enthaltung", or that nobody voted. */
export function votesText({ votesFor, votesAgainst, abstentions }: Votes): string {
	if (votesFor === null && votesAgainst === null) return 'ohne Abstimmung';
	const held = abstentions ?? 0;
	return `${votesFor ?? 0} Ja, ${votesAgainst ?? 0} Nein, ${held} ${held === 1 ? 'Enthaltung' : 'Enthaltungen'}`;
}

export type Votes = { votesFor: number | null; votesAgainst: number | null; abstentions: number | null };

/** Why these votes decide nothing, or null. Where one person decides, none are counted. */
export function whyNotVotes(body: DecidingBody, { votesFor, votesAgainst }: Votes): Refused | null {
	if (votesFor === null && votesAgainst === null)
		return isCouncil(body)
			? { code: 'no-votes', message: 'Bitte die Stimmen eintragen, wie sie in der Niederschrift stehen.', field: 'votesFor' }
			: null;
	return (votesFor ?? 0) > (votesAgainst ?? 0)
		? null
		: { code: 'no-majority', message: 'Mit diesen Stimmen ist nichts beschlossen: Es braucht mehr Ja als Nein.', field: 'votesFor' };
}

export type Placed = { conceptId: string; rank: number | null };
export type Chosen = { awarded: string; reserves: readonly string[]; deviation: string };

/** Whether what the body chose follows the order: the first gets it, and nobody who waits stands behind somebody who does not. */
export function followsOrder(places: readonly Placed[], { awarded, reserves }: Pick<Chosen, 'awarded' | 'reserves'>): boolean {
	const rankOf = new Map(places.map(({ conceptId, rank }) => [conceptId, rank]));
	if (places.every(({ rank }) => rank === null)) return true;
	const chosen = [awarded, ...reserves];
	const last = Math.max(...chosen.map((id) => rankOf.get(id) ?? Infinity));
	const left = places.filter(({ conceptId, rank }) => rank !== null && !chosen.includes(conceptId));
	const isFirst = rankOf.get(awarded) === 1 && places.filter(({ rank }) => rank === 1).length === 1;
	return isFirst && left.every(({ rank }) => (rank ?? Infinity) > last);
}

/** Why it cannot go on like this after an expression of interest, or null. */
export function whyNotNext(places: readonly Placed[], { next, awarded }: { next?: NextStep | null; awarded: string }): Refused | null {
	if (!next) return { code: 'no-next', message: 'Bitte sagen, wie es weitergeht.', field: 'next' };
	return next === 'direct' && !places.some(({ conceptId }) => conceptId === awarded)
		? { code: 'no-winner', message: 'Bitte wählen, mit welcher Gruppe es weitergeht.', field: 'awarded' }
		: null;
}

/** Why this choice cannot stand, or null. */
export function whyNotChosen(places: readonly Placed[], chosen: Chosen): Refused | null {
	const known = new Set(places.map(({ conceptId }) => conceptId));
	if (!known.has(chosen.awarded)) return { code: 'no-winner', message: 'Bitte wählen, wer den Zuschlag bekommt.', field: 'awarded' };
	if (chosen.reserves.some((id) => !known.has(id) || id === chosen.awarded))
		return { code: 'bad-reserve', message: 'Wer den Zuschlag bekommt, kann nicht zugleich nachrücken.', field: 'reserves' };
	if (!followsOrder(places, chosen) && !chosen.deviation.trim())
		return {
			code: 'no-deviation',
			message: 'Das weicht von der Reihenfolge ab oder wählt unter Gleichen. Bitte begründen, warum: Der Satz geht an alle.',
			field: 'deviation'
		};
	return null;
}
