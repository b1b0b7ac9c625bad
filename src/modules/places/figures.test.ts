import { expect, test } from 'vitest';
import { networkSeries, seriesOf, type Figure, type Measured } from './figures.ts';

const guests: Measured = { key: '6.1-gaeste', label: 'Gäste', unit: 'Menschen', kind: 'number', code: '6.1' };
const near: Measured = { key: '3.1-nah', label: 'Anteil nah', unit: '%', kind: 'share', code: '3.1' };
const figure = (key: string, year: number, value: number): Figure => ({ key, year, value, source: null, reportedOn: `${year + 1}-01-15` });

test('a place shows its years in order, and no indicator without a value', () => {
	const series = seriesOf([near, guests], [figure('6.1-gaeste', 2026, 30), figure('6.1-gaeste', 2024, 10), figure('weg', 2024, 1)]);
	expect(series.map(({ indicator, years }) => [indicator.key, years.map(({ year }) => year)])).toEqual([['6.1-gaeste', [2024, 2026]]]);
});

test('sums say how many reported; of shares the middle one is told; silence is not zero', () => {
	const figures = [
		figure('6.1-gaeste', 2025, 10),
		figure('6.1-gaeste', 2025, 32.5),
		figure('3.1-nah', 2025, 20),
		figure('3.1-nah', 2025, 90)
	];
	const [shares, sums] = networkSeries([near, guests], [...figures, figure('3.1-nah', 2025, 80)], 9);
	expect(sums?.years).toEqual([{ year: 2025, value: 42.5, reported: 2, of: 9 }]);
	expect(shares?.years).toEqual([{ year: 2025, value: 80, reported: 3, of: 9 }]);
	expect(networkSeries([near], [figure('3.1-nah', 2025, 20), figure('3.1-nah', 2025, 90)], 2)[0]?.years[0]?.value).toBe(55);
});
