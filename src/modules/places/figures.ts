import type { Indicator } from './criteria.ts';

/** One value that a place reported for a year. */
export type Figure = { key: string; year: number; value: number; source: string | null; reportedOn: string };
export type Measured = Indicator & { code: string };
export type Series = { indicator: Measured; years: { year: number; value: number; source: string | null; reportedOn: string }[] };

/** What a place reported, indicator by indicator in the order of the criteria, years rising; indicators without a value are left out. */
export const seriesOf = (indicators: Measured[], figures: Figure[]): Series[] =>
	indicators
		.map((indicator) => ({
			indicator,
			years: figures
				.filter(({ key }) => key === indicator.key)
				.map(({ year, value, source, reportedOn }) => ({ year, value, source, reportedOn }))
				.sort((a, b) => a.year - b.year)
		}))
		.filter(({ years }) => years.length > 0);

export type YearSum = { year: number; value: number; reported: number; of: number };
export type NetworkSeries = { indicator: Measured; years: YearSum[] };

/**
 * What a whole network has: sums of numbers, and of shares the middle one, each with how many of its places reported it. A place that reported
 * nothing is not counted as nothing.
 * @param figures one per place, key and year
 * @param of how many places there are
 */
export function networkSeries(indicators: Measured[], figures: Figure[], of: number): NetworkSeries[] {
	return indicators
		.map((indicator) => {
			const own = figures.filter(({ key }) => key === indicator.key);
			const years = [...new Set(own.map(({ year }) => year))].sort((a, b) => a - b);
			return {
				indicator,
				years: years.map((year) => {
					const values = own.filter((figure) => figure.year === year).map(({ value }) => value);
					return { year, value: indicator.kind === 'share' ? middle(values) : total(values), reported: values.length, of };
				})
			};
		})
		.filter(({ years }) => years.length > 0);
}

const total = (values: number[]): number => Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;

function middle(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	const upper = sorted[half] ?? 0;
	return sorted.length % 2 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** Years that somebody may report: from 2000 to the one that runs. */
export const reportable = (now: Date): number[] =>
	Array.from({ length: Math.min(12, now.getUTCFullYear() - 1999) }, (_, i) => now.getUTCFullYear() - i);
