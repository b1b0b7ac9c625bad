const berlin = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

/** The day of a moment in Germany, ISO: "2026-12-07". */
export const dayOf = (moment: Date): string => berlin.format(moment);

/** The ISO day so many days later; earlier where `days` is negative. */
export const dayAfter = (day: string, days: number): string =>
	new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
