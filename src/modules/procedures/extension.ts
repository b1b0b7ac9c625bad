import { dayAfter } from '#lib/calendar.ts';
import { deadlineName, deadlineOf, momentOf, whenOf, type Frozen } from './frozen.ts';
import { milestoneNames } from './timeline.ts';

/** More time for all: the deadline of the round moves, and every later day by as many whole days. */
export function shifted(frozen: Frozen, { round, until }: { round: number; until: Date }): Frozen {
	const name = deadlineName(frozen.kind, round);
	const was = deadlineOf(frozen, round);
	const days = was ? Math.ceil((until.getTime() - was.getTime()) / 86_400_000 - 1e-9) : 0;
	const later = (iso: string): string => {
		const when = whenOf(iso);
		const to = { ...when, day: dayAfter(when.day, days) };
		// An hour that a change of the clocks drops: the whole day counts.
		return (momentOf(to) ?? momentOf({ day: to.day }) ?? new Date(iso)).toISOString();
	};
	const moved = milestoneNames.slice(milestoneNames.indexOf(name) + 1);
	const timeline = Object.fromEntries(
		Object.entries(frozen.timeline).map(([key, iso]) => [key, (moved as string[]).includes(key) ? later(iso) : iso])
	);
	return { ...frozen, timeline: { ...timeline, [name]: until.toISOString() } };
}
