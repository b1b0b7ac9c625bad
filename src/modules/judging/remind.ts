/** When the jury is reminded: days before the session. */
export const daysBefore = [7, 2] as const;

const day = 86_400_000;

/** Which reminder is due now, as days before the session; null for none. What a job missed yesterday it makes up for, until the next one. */
export function remindersOn(session: string | undefined, now: Date): number | null {
	if (!session) return null;
	// a day without a time ends with its last moment
	const left = (new Date(session).getTime() - now.getTime()) / day - 1;
	if (!(left >= -1)) return null;
	return [...daysBefore].reverse().find((days) => left <= days) ?? null;
}
