import { disturb, loudUses, quietUses } from '#modules/matching/use-mix.ts';
import type { Use } from '#modules/properties/vocabulary.ts';

/** What a member needs of the house. Areas in m², money in euro per month. Null and empty mean that nobody has said it yet. */

export const days = { mo: 'Mo', tu: 'Di', we: 'Mi', th: 'Do', fr: 'Fr', sa: 'Sa', su: 'So' } as const;
export type Day = keyof typeof days;
export const dayParts = { morning: 'vormittags', afternoon: 'nachmittags', evening: 'abends', night: 'nachts' } as const;
export type DayPart = keyof typeof dayParts;
export const noises = { unknown: 'noch offen', quiet: 'braucht Ruhe', normal: 'wie in einem Büro', loud: 'wird laut' } as const;
export type Noise = keyof typeof noises;

export type Need = {
	id: string;
	title: string;
	uses: readonly Use[];
	areaMinM2: number | null;
	areaMaxM2: number | null;
	maxMonthly: number | null;
	days: readonly Day[];
	dayParts: readonly DayPart[];
	noise: Noise;
};

export type NeedSum = {
	needs: number;
	/** What all together need at least and take at most; a need that names one end only counts with it on both. */
	areaMinM2: number;
	areaMaxM2: number;
	/** How many say nothing of their size, or of what they can pay. */
	unsized: number;
	unpriced: number;
	/** What all together can pay; needs that say nothing count nothing. */
	maxMonthly: number;
	uses: Use[];
};

/** All needs together. The order changes nothing; what nobody said is counted as unsaid, never as zero. */
export function sumOfNeeds(needs: readonly Need[]): NeedSum {
	const sized = needs.filter(({ areaMinM2, areaMaxM2 }) => areaMinM2 !== null || areaMaxM2 !== null);
	const priced = needs.filter(({ maxMonthly }) => maxMonthly !== null);
	const total = (numbers: number[]) => Math.round(numbers.reduce((sum, n) => sum + n, 0) * 100) / 100;
	return {
		needs: needs.length,
		areaMinM2: total(sized.map((n) => n.areaMinM2 ?? n.areaMaxM2 ?? 0)),
		areaMaxM2: total(sized.map((n) => n.areaMaxM2 ?? n.areaMinM2 ?? 0)),
		unsized: needs.length - sized.length,
		unpriced: needs.length - priced.length,
		maxMonthly: total(priced.map((n) => n.maxMonthly ?? 0)),
		uses: [...new Set(needs.flatMap(({ uses }) => uses))].sort()
	};
}

const isOf = (some: readonly Use[], { uses }: Pick<Need, 'uses'>) => uses.some((use) => some.includes(use));

/** How loud a need is: as it says itself, else as far as its uses tell (the lists of the use mix). */
export function loudness(need: Pick<Need, 'noise' | 'uses'>): Noise {
	if (need.noise !== 'unknown') return need.noise;
	if (isOf(loudUses, need)) return 'loud';
	return isOf(quietUses, need) ? 'quiet' : 'unknown';
}

type Timed = Pick<Need, 'days' | 'dayParts'>;
const meet = <T>(a: readonly T[], b: readonly T[]): boolean => !a.length || !b.length || a.some((one) => b.includes(one));

/** Whether two needs can be in the house at the same time; who named no time is there always. */
export const atTheSameTime = (a: Timed, b: Timed): boolean => meet(a.days, b.days) && meet(a.dayParts, b.dayParts);

/** Loud and quiet under one roof at the same time: what both said counts before what their uses let one guess. */
export function disturbEachOther(a: Need, b: Need): boolean {
	if (!atTheSameTime(a, b)) return false;
	if (a.noise === 'unknown' && b.noise === 'unknown') return disturb(a, b);
	const both = [loudness(a), loudness(b)];
	return both.includes('loud') && both.includes('quiet');
}

/** Every pair that disturbs each other, in the order of the list. */
export const quarrels = (needs: readonly Need[]): [Need, Need][] =>
	needs.flatMap((a, i) => needs.slice(i + 1).flatMap((b): [Need, Need][] => (disturbEachOther(a, b) ? [[a, b]] : [])));

/** "Mo, Di · abends", or null while nobody said when. */
export function timesText({ days: on, dayParts: at }: Timed): string | null {
	const order = <K extends string>(words: Record<K, string>, some: readonly K[]) =>
		(Object.keys(words) as K[]).filter((key) => some.includes(key)).map((key) => words[key]);
	const parts = [on.length === 7 ? 'täglich' : order(days, on).join(', '), order(dayParts, at).join(', ')].filter(Boolean);
	return parts.length ? parts.join(' · ') : null;
}
