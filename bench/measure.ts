import type { Context, Row } from './bench.ts';

export function median(values: number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

export const rounds: Context['rounds'] = async (count, a, b) => {
	const both: [number[], number[]] = [[], []];
	for (let round = 0; round <= count; round++) {
		const results = [await a(), await b()] as const;
		if (round === 0) continue;
		both[0].push(results[0]);
		both[1].push(results[1]);
	}
	return { a: median(both[0]), b: median(both[1]) };
};

export const time: Context['time'] = async (run, times = 7) => {
	const taken: number[] = [];
	for (let n = 0; n <= times; n++) {
		const started = performance.now();
		await run();
		if (n) taken.push(performance.now() - started);
	}
	return median(taken);
};

export const ratio = ({ ours, limit, better = 'more' }: Row): number => (better === 'more' ? ours / limit : limit / ours);

const number = (value: number) =>
	value.toLocaleString('de-DE', { maximumSignificantDigits: value < 1000 ? 3 : 4, maximumFractionDigits: value < 1000 ? 2 : 0 });

/** The one table of a run: name, ours, the limit beside it, their ratio (larger is better), the goal, and whether it is reached. */
export function table(rows: Row[]): string {
	const head = ['Messung', 'unseres', 'Grenze', '', 'Verhältnis', 'Ziel', ''];
	const cells = rows.map((row) => [
		row.name,
		number(row.ours),
		number(row.limit),
		row.unit,
		number(ratio(row)),
		row.goal === undefined ? '–' : `≥ ${number(row.goal)}`,
		row.goal === undefined ? '' : ratio(row) >= row.goal ? 'erreicht' : 'NICHT ERREICHT'
	]);
	const widths = head.map((title, n) => Math.max(title.length, ...cells.map((line) => line[n]?.length ?? 0)));
	const right = new Set([1, 2, 4, 5]);
	const draw = (line: string[]) =>
		line.map((cell, n) => (right.has(n) ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0))).join('  ');
	return [draw(head), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(draw)].join('\n');
}
