import { states, type Kind, type Refused, type State } from './procedure.ts';

/** The open phase by the clock: what is written in the database follows, the moment decides. */

type Row = { state: State; deadline: Date | null };

/** Whether something may still come in: late by a second is late. */
export const isOpenFor = ({ state, deadline }: Row, now: Date): boolean => state === 'open' && deadline !== null && now < deadline;

/** The state as it is at this moment, also in the minute before a job has written it down. */
export const stateAt = ({ state, deadline }: Row, now: Date): State =>
	state === 'open' && deadline !== null && now >= deadline ? 'closed' : state;

/** What everybody reads of a state, in a word and in a sentence. */
const publicWords: Record<State, Words> = {
	draft: { short: 'in Vorbereitung', text: 'Das Verfahren wird vorbereitet.' },
	ready: { short: 'in Vorbereitung', text: 'Das Verfahren wird vorbereitet.' },
	discarded: { short: 'verworfen', text: 'Das Verfahren wird nicht weitergeführt.' },
	open: { short: 'offen', text: 'Ihr könnt mitmachen. Was eingeht, bleibt bis zum Ende der Frist für alle verschlossen.' },
	closed: {
		short: 'Abgabe beendet',
		text: 'Die Frist ist vorbei. Was eingegangen ist, öffnen zwei Menschen zusammen mit ihren Schlüsseln.'
	},
	precheck: { short: 'Vorprüfung', text: 'Es wird geprüft, ob alles da ist, was verlangt war.' },
	scoring: { short: 'Bewertung', text: 'Alle in der Jury bewerten für sich, ohne die Punkte der anderen zu sehen.' },
	deliberation: { short: 'Jury berät', text: 'Die Jury sieht ihre Punkte gemeinsam und berät.' },
	recommended: { short: 'Empfehlung steht', text: 'Die Empfehlung steht. Jetzt entscheidet, wer im Aufruf dafür genannt ist.' },
	decided: { short: 'entschieden', text: 'Die Entscheidung ist gefallen.' },
	option: { short: 'Anhandgabe', text: 'Das Haus ist für eine Gruppe reserviert. Sie klärt jetzt Rechtsform, Geld und Plan.' },
	contract: { short: 'Vertrag geschlossen', text: 'Der Vertrag ist geschlossen.' },
	works: { short: 'Umsetzung', text: 'Am Haus wird gearbeitet.' },
	done: { short: 'in Nutzung', text: 'In dem Haus ist wieder Leben.' },
	cancelled: { short: 'aufgehoben', text: 'Das Verfahren ist aufgehoben. Es gibt keine Entscheidung.' }
};

type Words = { short: string; text: string };
const wordsOfKind: Partial<Record<Kind, Partial<Record<State, Words>>>> = {
	direct_match: {
		open: {
			short: 'Absicht veröffentlicht',
			text: 'Dieses Haus soll ohne Wettbewerb an eine Gruppe gehen. Noch ist nichts entschieden: Ihr könnt fragen, widersprechen oder sagen, dass Ihr es selbst möchtet.'
		},
		closed: {
			short: 'Frist vorbei',
			text: 'Die Zeit für Fragen und Einwände ist vorbei. Was gekommen ist, wird beantwortet, dann wird entschieden.'
		},
		recommended: { short: 'Vorschlag steht', text: 'Der Vorschlag steht. Jetzt entscheidet, wer dafür genannt ist.' }
	},
	expression_of_interest: {
		recommended: {
			short: 'Vorschlag steht',
			text: 'Der Vorschlag, wie es weitergeht, steht. Jetzt entscheidet, wer im Aufruf dafür genannt ist.'
		},
		decided: { short: 'entschieden', text: 'Es ist entschieden, wie es mit dem Haus weitergeht.' }
	},
	room_grant: {
		scoring: { short: 'Bewertung', text: 'Jede Bewerbung wird nach den vier Fragen bewertet.' },
		deliberation: { short: 'Beratung', text: 'Die Punkte liegen nebeneinander, jetzt wird darüber gesprochen.' },
		option: { short: 'zugesagt', text: 'Die Räume sind einer Gruppe zugesagt. Jetzt wird der Nutzungsvertrag vorbereitet.' },
		done: { short: 'in Nutzung', text: 'In den Räumen ist wieder Leben.' }
	}
};
/** What the office calls a state, in the words of the kind where it has some. */
export const stateText = (kind: Kind, state: State): string => wordsOfKind[kind]?.[state]?.short ?? states[state];
/** The same for a procedure of this kind. */
export const wordsFor = (kind: Kind, state: State): Words => wordsOfKind[kind]?.[state] ?? publicWords[state];

/** Before concepts are opened, and while nobody has decided, a fault of the platform may give more time. */
export const extendable: readonly State[] = ['open', 'closed'];

/** From here on there is a result to read. */
export const hasResult = (state: State): boolean => (['decided', 'option', 'contract', 'works', 'done'] as State[]).includes(state);

type Extending = Row & { until: Date; now: Date; reason: string | null | undefined; /** The box was opened. */ isOpened: boolean };

/** A slip in the year would keep a procedure open for good. */
const mostMore = 366 * 86_400_000;

/** Why the deadline cannot be extended for all, or null. */
export function whyNotExtend({ state, deadline, until, now, reason, isOpened }: Extending): Refused | null {
	if (!extendable.includes(state) || deadline === null)
		return { code: 'not-from-here', message: 'Verlängern geht nur, solange Konzepte eingehen oder noch verschlossen sind.' };
	if (isOpened)
		return {
			code: 'opened',
			message: 'Der Eingang ist schon geöffnet. Jetzt noch jemanden dazuzulassen wäre allen anderen gegenüber unfair.'
		};
	if (!reason?.trim())
		return { code: 'no-reason', message: 'Bitte sagen, welche Störung es gab. Der Satz wird veröffentlicht.', field: 'reason' };
	if (until <= deadline) return { code: 'not-later', message: 'Die neue Frist muss nach der bisherigen liegen.', field: 'until' };
	if (until <= now) return { code: 'past', message: 'Dieser Zeitpunkt ist schon vorbei.', field: 'until' };
	if (until.getTime() - Math.max(deadline.getTime(), now.getTime()) > mostMore)
		return {
			code: 'too-much',
			message: 'Das ist mehr als ein Jahr und wohl ein Versehen. Zurücknehmen ließe es sich nicht: Früher endet eine Frist nie.',
			field: 'until'
		};
	return null;
}

const lights: Partial<Record<State, number>> = {
	...{ open: 0.15, closed: 0.25, precheck: 0.3, scoring: 0.35, deliberation: 0.4, recommended: 0.45 },
	...{ decided: 0.55, option: 0.6, contract: 0.7, works: 0.85, done: 1 }
};
/** How many of its windows a house shows lit on its way through a procedure, 0 to 1. */
export const litOf = (state: State): number => lights[state] ?? 0;

/** "noch 12 Tage", "noch 5 Stunden"; null when it is over. */
export function timeLeft(until: Date, now: Date): string | null {
	const hours = Math.floor((until.getTime() - now.getTime()) / 3_600_000);
	if (until <= now) return null;
	if (hours >= 48) return `noch ${Math.floor(hours / 24)} Tage`;
	if (hours >= 2) return `noch ${hours} Stunden`;
	return 'noch weniger als zwei Stunden';
}
