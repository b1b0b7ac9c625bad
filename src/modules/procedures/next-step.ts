import { pagesFor, type Viewer } from './desk-pages.ts';
import { deadlineName, momentOf } from './frozen.ts';
import { stateText } from './open.ts';
import { isDirect, kindRules, type Kind, type State } from './procedure.ts';
import { milestonesOf, ruleOf, whenText, type MilestoneName, type Timeline } from './timeline.ts';
import { isPublic, isSettled } from './way.ts';

/** What is to be done now in a published procedure, where, and until when. */

type Stand = { kind: Kind; round: number };
/** `end`: the page where it is done, as in `desk-pages.ts`; `day`: the day of the timeline by which it is. */
type Step = { text: string; label?: string; end?: string; day?: MilestoneName };
const isFirst = ({ kind, round }: Stand) => kindRules[kind].stages === 2 && round === 1;

const steps: Partial<Record<State, (stand: Stand) => Step>> = {
	open: ({ kind, round }) => ({
		text: isDirect(kind)
			? 'Alle können fragen und widersprechen. Was kommt, wird für alle zugleich beantwortet.'
			: 'Was Gruppen fragen, wird für alle zugleich beantwortet. Konzepte gehen verschlossen ein.',
		...{ label: 'Fragen beantworten', end: '/fragen', day: deadlineName(kind, round) }
	}),
	closed: ({ kind }) =>
		isDirect(kind)
			? {
					text: 'Die Frist ist vorbei. Ist alles beantwortet, wird die Gruppe vorgeschlagen.',
					...{ label: 'Zum Vorschlag', end: '/zuschlag', day: 'decision_on' }
				}
			: {
					text: 'Die Frist ist vorbei. Zwei Öffnende geben ihre Schlüssel ein, jede Person selbst.',
					label: 'Zur Öffnung',
					end: '/oeffnung'
				},
	precheck: (stand) => ({
		text: 'Zuerst sagen alle, ob sie befangen sind. Dann wird geprüft, ob da ist, was verlangt war.',
		...{
			label: 'Zur Vorprüfung',
			end: '/vorpruefung',
			day: isFirst(stand) ? 'first_chosen' : kindRules[stand.kind].hasJury ? 'precheck_until' : 'decision_on'
		}
	}),
	scoring: ({ kind }) =>
		kindRules[kind].hasJury
			? {
					text: 'Die Jury wertet, jede Person für sich. Wer noch fehlt, lässt sich mit einem Klick erinnern.',
					...{ label: 'Wie weit die Jury ist', end: '/bewertung', day: 'jury_on' }
				}
			: {
					text: 'Gewertet wird nach den veröffentlichten Kriterien, jede Stufe mit Grund.',
					...{ label: 'Zur Bewertung', end: '/bewertung', day: 'decision_on' }
				},
	deliberation: ({ kind }) => ({
		text: kindRules[kind].hasJury
			? 'Die Jury sieht alle Punkte nebeneinander und spricht darüber. Stehen sie fest, folgt unter „Zuschlag“ die Empfehlung.'
			: 'Alle Punkte liegen nebeneinander. Stehen sie fest, folgt unter „Zuschlag“ die Empfehlung.',
		...{ label: `Zur ${stateText(kind, 'deliberation')}`, end: '/jurysitzung', day: kindRules[kind].hasJury ? 'jury_on' : 'decision_on' }
	}),
	recommended: () => ({
		text: 'Jetzt wird entschieden. Ist der Beschluss eingetragen, bekommen alle im selben Moment ihren Brief.',
		...{ label: 'Zur Entscheidung', end: '/zuschlag', day: 'decision_on' }
	}),
	decided: ({ kind }) =>
		kind === 'expression_of_interest'
			? { text: 'Es ist entschieden, wie es weitergeht. Der nächste Schritt beginnt dort.', label: 'Zur Entscheidung', end: '/zuschlag' }
			: {
					text: 'Bis zum Ende der Wartefrist können Einwände kommen, und jeder wird beantwortet. Danach geht das Haus an die Hand.',
					...{ label: 'Zu den Einwänden', end: '/einwaende' }
				},
	option: () => ({
		text: 'Die Gruppe meldet, was erreicht ist, und das Büro bestätigt es. Ist der Vertrag geschlossen, wird er dort eingetragen.',
		...{ label: 'Zur Anhandgabe', end: '/anhandgabe' }
	}),
	contract: () => ({
		text: 'Der Vertrag ist geschlossen. Beginnt die Arbeit am Haus, wird es dort eingetragen.',
		...{ label: 'Zur Anhandgabe', end: '/anhandgabe' }
	}),
	works: () => ({
		text: 'Am Haus wird gearbeitet. Ist wieder Leben darin, wird es dort eingetragen.',
		label: 'Zur Anhandgabe',
		end: '/anhandgabe'
	}),
	done: () => ({ text: 'In dem Haus ist wieder Leben. Hier ist nichts mehr zu tun.' }),
	cancelled: () => ({ text: 'Das Verfahren ist aufgehoben. Wiederholen lässt es sich unter „Veröffentlichung“.' })
};

export type NextStep = {
	text: string;
	/** Where whoever asks does it; null where others do, or nothing is to be done. */
	link: { end: string; label: string } | null;
	isOthers: boolean;
	/** "Jurysitzung: Mo., 07.12.2026" */
	due: { text: string; isOver: boolean } | null;
};

/** Null before publication: there the overview says what is missing. */
export function nextStepOf(viewer: Viewer & Stand, { timeline, now }: { timeline: Timeline; now: Date }): NextStep | null {
	const step = steps[viewer.state]?.(viewer);
	if (!step) return null;
	const { text, end, label = '', day } = step;
	const isMine = pagesFor(viewer).some((page) => page.end === end);
	const when = day && timeline[day];
	const at = when ? momentOf(when) : null;
	return {
		...{ text, link: end && isMine ? { end, label } : null, isOthers: Boolean(end) && !isMine },
		due: when && day && at ? { text: `${ruleOf(day).text}: ${whenText(when)}`, isOver: at <= now } : null
	};
}

/** "Jurysitzung: Mo., 07.12.2026": the next day of the timeline; before publication the day of the call, past or not. Null where no day is left. */
export function nextDayOf({ kind, state, timeline }: { kind: Kind; state: State; timeline: Timeline }, now: Date): string | null {
	if (isSettled(state)) return null;
	const name = milestonesOf(kind).find((one) => {
		const when = timeline[one];
		const at = when && momentOf(when);
		return at && (!isPublic(state) || (at > now && one !== 'publish'));
	});
	const when = name && timeline[name];
	return when ? `${ruleOf(name).text}: ${whenText(when)}` : null;
}
