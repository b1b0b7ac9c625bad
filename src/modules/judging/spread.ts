/** How far the jury is apart on one leaf. In whole numbers, so that nobody stands out by a rounding. */

export const outlierRule =
	'Auffällig ist eine Stimme, wenn mindestens drei vorliegen und sie um mehr als ein Drittel der Skala von der mittleren Stimme (dem Median) entfernt ist. Das ist ein Anlass zu reden, kein Fehler.';

export type Spread = {
	lowest: number;
	highest: number;
	/** Twice the median: with an even number of votes it lies between two. */
	median2: number;
	/** Positions in the votes as they were given. */
	outliers: number[];
};

/** `top`: the most points of the scale. Null without votes. */
export function spreadOf(votes: readonly number[], top: number): Spread | null {
	if (!votes.length) return null;
	const sorted = [...votes].sort((a, b) => a - b);
	const at = (n: number) => sorted[n] ?? 0;
	const middle = sorted.length >> 1;
	const median2 = sorted.length % 2 ? 2 * at(middle) : at(middle - 1) + at(middle);
	const isFar = (points: number) => 3 * Math.abs(2 * points - median2) > 2 * top;
	return {
		...{ lowest: at(0), highest: at(sorted.length - 1), median2 },
		outliers: votes.length < 3 ? [] : votes.flatMap((points, n) => (isFar(points) ? [n] : []))
	};
}

export const medianText = ({ median2 }: Pick<Spread, 'median2'>): string => (median2 % 2 ? `${(median2 - 1) / 2},5` : String(median2 / 2));
