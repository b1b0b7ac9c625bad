import { parseGermanNumber } from '#lib/forms.ts';

/** Weights are whole tenths of a percent: 125 is "12,5 %". They are added, never rounded. */

export const whole = 1000;

/** "12,5" for 125, "40" for 400. */
export const weightText = (tenths: number): string =>
	tenths % 10 ? `${Math.trunc(tenths / 10)},${Math.abs(tenths % 10)}` : String(tenths / 10);

/** Tenths of what somebody typed ("12,5", "12.5", "40 %"); null when it is no weight between 0 and 100 with at most one decimal. */
export function parseWeight(typed: string): number | null {
	const value = parseGermanNumber(typed.replace(/%\s*$/, ''));
	if (value === null || !/^\s*\d{1,3}([.,]\d)?\s*%?\s*$/.test(typed)) return null;
	const tenths = Math.round(value * 10);
	return tenths >= 0 && tenths <= whole ? tenths : null;
}

export const sumOf = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + weight, 0);

/** Why these weights cannot stand, or null: they have to come to exactly 100. */
export function whyNotWeights(weights: readonly number[]): string | null {
	const sum = sumOf(weights);
	if (!weights.length) return 'Es gibt noch kein Kriterium.';
	if (sum === whole) return null;
	const off = weightText(Math.abs(whole - sum));
	return `Die Gewichte ergeben ${weightText(sum)} statt 100. ${sum < whole ? `Es fehlen ${off}.` : `Es sind ${off} zu viel.`}`;
}

/** The nearest weights that come to 100: each keeps its share, the tenths left over go to the largest remainders, first come first. Nothing given: equal parts. */
export function balanced(weights: readonly number[]): number[] {
	if (!weights.length) return [];
	const sum = sumOf(weights);
	const parts = sum === 0 ? weights.map(() => 1) : weights;
	const of = sum === 0 ? weights.length : sum;
	const shares = parts.map((part, n) => ({ n, tenths: Math.floor((part * whole) / of), rest: (part * whole) % of }));
	const left = whole - sumOf(shares.map(({ tenths }) => tenths));
	const raised = new Set(
		[...shares]
			.sort((a, b) => b.rest - a.rest || a.n - b.n)
			.slice(0, left)
			.map(({ n }) => n)
	);
	return shares.map(({ n, tenths }) => tenths + (raised.has(n) ? 1 : 0));
}
