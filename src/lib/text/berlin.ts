import { isDay } from '#lib/calendar.ts';

/** Moments of appointments, as clocks in Germany show them. */

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short', timeStyle: 'short' });
const words = new Intl.DateTimeFormat('de-DE', {
	...{ timeZone: 'Europe/Berlin', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
	...{ hour: '2-digit', minute: '2-digit' }
});

/** "2026-12-03T15:30" on a clock in Germany as the moment it is; null when it is no such text. */
export function berlinMoment(text: string): Date | null {
	const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(text.trim());
	if (!found) return null;
	const wanted = `${found[1]} ${found[2]}`;
	const guess = Date.parse(`${found[1]}T${found[2]}:00Z`);
	if (Number.isNaN(guess)) return null;
	return [1, 2].map((ahead) => new Date(guess - ahead * 3_600_000)).find((moment) => clock.format(moment) === wanted) ?? null;
}

const notMoment = 'Bitte Tag und Uhrzeit, zum Beispiel 03.12.2026, 15:30.';

/** Why somebody's words are no moment for an appointment, as a sentence; null when they are one. */
export function whyNoMoment(text: string): string | null {
	const [, day = '', hour = '', minute = ''] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})/.exec(text.trim()) ?? [];
	if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59) return notMoment;
	if (day < '2000' || day >= '2101') return 'Bitte ein Jahr zwischen 2000 und 2100.';
	return berlinMoment(text) ? null : 'Diese Uhrzeit gibt es in dieser Nacht nicht, die Uhr springt von 2 auf 3. Bitte eine andere.';
}

/** "Donnerstag, 3. Dezember 2026 um 15:30 Uhr" */
export const momentText = (moment: Date): string => `${words.format(moment)} Uhr`;

const dayWords = new Intl.DateTimeFormat('de-DE', {
	timeZone: 'Europe/Berlin',
	weekday: 'long',
	day: 'numeric',
	month: 'long',
	year: 'numeric'
});

/** An end as people say it: one at midnight is the end of the day before, "Montag, 25. Januar 2027". */
export const endText = (end: Date): string =>
	clock.format(end).endsWith(' 00:00') ? dayWords.format(new Date(end.getTime() - 1)) : momentText(end);

/** For a field of the kind datetime-local. */
export const fieldMoment = (moment: Date): string => clock.format(moment).replace(' ', 'T');
