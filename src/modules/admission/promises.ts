import { dayAfter } from '#lib/calendar.ts';
import type { ApplicationState, Side } from './vocabulary.ts';

/** What comes next from each state, who does it, and within how many days: what the applicant is promised. */
export type Promised = { who: Side; next: string; days: number | null };

export const promises: Record<ApplicationState, Promised> = {
	draft: { who: 'town', next: 'Die Fragen beantworten und absenden.', days: null },
	submitted: { who: 'office', next: 'Das Netzwerkbüro sieht nach, ob alles da ist.', days: 7 },
	completeness_check: { who: 'office', next: 'Das Netzwerkbüro lädt zum Gespräch ein oder fragt nach.', days: 10 },
	interview_scheduling: { who: 'office', next: 'Ein Termin für das Gespräch wird gefunden, dann sprechen Sie miteinander.', days: 21 },
	interview_done: { who: 'office', next: 'Das Netzwerkbüro stellt Sie dem Gründerteam vor.', days: 10 },
	founders_meeting: { who: 'founders', next: 'Eine halbe Stunde mit dem Gründerteam.', days: 28 },
	decision_pending: { who: 'founders', next: 'Das Gründerteam berät und stimmt ab.', days: 14 },
	admitted: { who: 'office', next: 'Das Netzwerkbüro bittet um den Aufnahmebeitrag.', days: 7 },
	fee_pending: { who: 'town', next: 'Den Aufnahmebeitrag überweisen.', days: 30 },
	active: { who: 'town', next: 'Ankommen: Profil schreiben, Ansprechperson nennen, zum ersten Treffen kommen.', days: null },
	returned: { who: 'town', next: 'Die Rückfrage beantworten und erneut absenden.', days: 28 },
	on_hold: { who: 'office', next: 'Am vorgemerkten Tag geht es von selbst weiter, wo es stehen blieb.', days: null },
	declined: { who: 'town', next: 'Ein neuer Antrag ist jederzeit möglich.', days: null },
	withdrawn: { who: 'town', next: 'Ein neuer Antrag ist jederzeit möglich.', days: null }
};

/** Until when the next thing shall have happened, or null where nothing is promised. On hold, the day it wakes. */
export function dueOn(state: ApplicationState, today: string, holdUntil: string | null): string | null {
	if (state === 'on_hold') return holdUntil;
	const { days } = promises[state];
	return days === null ? null : dayAfter(today, days);
}
