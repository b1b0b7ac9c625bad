/** The weekly brief: what goes into it, and when it comes. */

export const briefDefaults = { minutes: 120, weekday: 1, hour: 7 } as const;

export const weekdays = {
	1: 'Montag',
	2: 'Dienstag',
	3: 'Mittwoch',
	4: 'Donnerstag',
	5: 'Freitag',
	6: 'Samstag',
	7: 'Sonntag'
} as const;

export type Waiting = { id: string; minutes: number; createdAt: Date; dueAt: Date | null };

const day = 86_400_000;
/** Whatever has waited so long comes first, one in every brief, so that no stream of urgent things starves it. Days. */
export const patience = 28;
/** What is due before the next brief has to be in this one. */
const untilNext = 8 * day;

const hasWaitedTooLong = ({ createdAt }: Waiting, now: Date) => now.getTime() - createdAt.getTime() > patience * day;
const isUrgent = ({ dueAt }: Waiting, now: Date) => dueAt !== null && dueAt.getTime() - now.getTime() < untilNext;
/** The moment by which it should have come: when it is due, or when patience ends. */
const deadline = ({ createdAt, dueAt }: Waiting) => Math.min(dueAt?.getTime() ?? Infinity, createdAt.getTime() + patience * day);
const byDeadline = (a: Waiting, b: Waiting) =>
	deadline(a) - deadline(b) || a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);
const byAge = (a: Waiting, b: Waiting) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1);

/** First the oldest that has waited too long, then what is due before the next brief, then the rest by deadline. */
function inOrder<T extends Waiting>(items: readonly T[], now: Date): T[] {
	const [first] = items.filter((item) => hasWaitedTooLong(item, now)).sort(byAge);
	const rest = items.filter((item) => item !== first);
	const urgent = rest.filter((item) => isUrgent(item, now)).sort(byDeadline);
	return [...(first ? [first] : []), ...urgent, ...rest.filter((item) => !isUrgent(item, now)).sort(byDeadline)];
}

/**
 * Fills one brief up to the budget (minutes). The first in line always comes: larger than the whole budget it comes alone. Of the others comes what fits; what
 * does not waits for the next week.
 */
export function packBrief<T extends Waiting>(
	items: readonly T[],
	{ budget, now }: { budget: number; now: Date }
): { packed: T[]; waiting: T[] } {
	const packed: T[] = [];
	let left = budget;
	for (const item of inOrder(items, now)) {
		if (packed.length && item.minutes > left) continue;
		packed.push(item);
		left -= item.minutes;
		if (left <= 0) break;
	}
	return { packed, waiting: items.filter((item) => !packed.includes(item)) };
}

export const minutesOf = (items: readonly { minutes: number }[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0);

/** "1 Minute", "85 Minuten", "2 Stunden", "2:05 Stunden" */
export function duration(minutes: number): string {
	const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
	if (!rest && hours) return hours === 1 ? '1 Stunde' : `${hours} Stunden`;
	if (hours < 2) return minutes === 1 ? '1 Minute' : `${minutes} Minuten`;
	return `${hours}:${String(rest).padStart(2, '0')} Stunden`;
}
