import { ago } from './german.ts';

/** After so many days without a confirmation an entry reads as old. */
export const oldAfterDays = 180;

export type Age = { text: string; isOld: boolean };

/** How fresh an entry is, in words: "vor 3 Wochen bestätigt", "seit 14 Monaten nicht bestätigt". Nothing goes stale silently. */
export function ageOf(confirmedAt: Date | null | undefined, now: Date): Age {
	if (!confirmedAt) return { text: 'noch nie bestätigt', isOld: true };
	const isOld = now.getTime() - confirmedAt.getTime() > oldAfterDays * 86_400_000;
	const when = ago(confirmedAt, now);
	return { text: isOld ? `${when.replace(/^vor/, 'seit')} nicht bestätigt` : `${when} bestätigt`, isOld };
}
