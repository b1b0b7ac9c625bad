import { dayOf } from '#lib/calendar.ts';

/** Moments as people say them. */

const full = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: 'numeric', month: 'long', year: 'numeric' });
const clockOf = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

const long = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', weekday: 'long', day: 'numeric', month: 'long' });

export const day = (moment: Date): string => full.format(moment);

/** "gerade eben", "heute, 08:30 Uhr", "gestern, 17:05 Uhr", "vor 5 Tagen", then the date. */
export function age(moment: Date, now: Date): string {
	const minutes = (now.getTime() - moment.getTime()) / 60_000;
	if (minutes < 2) return 'gerade eben';
	const days = Math.round((Date.parse(dayOf(now)) - Date.parse(dayOf(moment))) / 86_400_000);
	if (days <= 0) return `heute, ${clockOf.format(moment)} Uhr`;
	if (days === 1) return `gestern, ${clockOf.format(moment)} Uhr`;
	return days < 15 ? `vor ${days} Tagen` : day(moment);
}

/** "Montag, 7. Dezember": for what is near. */
export const longDay = (moment: Date): string => long.format(moment);

/** The last day of what ends at this moment: what is due at midnight is due on the day before. */
export const lastDay = (end: Date): string => longDay(new Date(end.getTime() - 1));
