const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The day of a moment in Germany, ISO: "2026-12-07". */
export const dayOf = (moment: Date): string => berlin.format(moment);

/** Whether it is a day that there is, as ISO writes it: no 31 February, and none before the year 1. */
export const isDay = (text: unknown): text is string =>
	typeof text === 'string' &&
	/^\d{4}-\d{2}-\d{2}$/.test(text) &&
	text >= '0001' &&
	!Number.isNaN(Date.parse(text)) &&
	dayAfter(text, 0) === text;

/** Whether it is a moment as JSON writes it, in a year of four digits: such texts stand in the order of their moments. */
export const isMoment = (text: unknown): text is string =>
	typeof text === 'string' && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

/** The ISO day so many days later; earlier where `days` is negative. */
export const dayAfter = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The same day so many months later, the last of the month where there is none. ISO days. */
export function monthsAfter(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0, 12)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last), 12)).toISOString().slice(0, 10);
}
