export const delimiters = [';', '\t', '|', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** How often each delimiter stands outside quotes, per line. */
function counts(text: string, delimiter: string): number[] {
	const perLine: number[] = [];
	let quoted = false;
	let n = 0;
	for (const c of text) {
		if (c === '"') quoted = !quoted;
		else if (!quoted && c === delimiter) n++;
		else if (!quoted && c === '\n') {
			perLine.push(n);
			n = 0;
		}
	}
	if (n) perLine.push(n);
	return perLine.filter((count) => count > 0);
}

/** Commas between digits are decimal commas unless nothing else separates. */
const withoutDecimals = (text: string) => text.replace(/(\d),(\d)/g, '$1$2');

/**
 * The one character that separates the cells: the one that stands equally often in most lines. Decimal commas do not count against a
 * semicolon, tab or bar. A list with a single column has none: then a semicolon, which changes nothing.
 */
export function sniffDelimiter(sample: string): Delimiter {
	const lines = sample.split('\n').length;
	const scored = delimiters.map((delimiter) => {
		const perLine = counts(delimiter === ',' ? sample : withoutDecimals(sample), delimiter).slice(0, 60);
		const typical = mode(perLine);
		const steady = perLine.filter((n) => n === typical).length;
		const decimals = delimiter === ',' ? counts(withoutDecimals(sample), ',').length / Math.max(1, perLine.length) : 1;
		return { delimiter, score: (steady * Math.min(typical, 30) * (decimals < 0.4 ? 0.1 : 1)) / Math.max(1, Math.min(lines, 60)) };
	});
	const best = scored.reduce((a, b) => (b.score > a.score * (b.delimiter === ',' ? 1.5 : 1) ? b : a));
	return best.score > 0 ? best.delimiter : ';';
}

function mode(numbers: number[]): number {
	const times = new Map<number, number>();
	for (const n of numbers) times.set(n, (times.get(n) ?? 0) + 1);
	return [...times].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0])[0];
}
