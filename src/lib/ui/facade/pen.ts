/** Drawing tools: stable chance, short numbers, path pieces, and a sheet whose strokes of one colour become one path. */

/** FNV-1a over the text, 32 bit unsigned. */
export function hash(text: string): number {
	let h = 2166136261;
	for (const c of text) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 16777619);
	return h >>> 0;
}

/** Mulberry32: the same seed gives the same numbers between 0 and 1, on every machine. */
export function chance(seed: string): () => number {
	let a = hash(seed);
	return () => {
		a = (a + 0x6d2b79f5) | 0;
		let t = Math.imul(a ^ (a >>> 15), 1 | a);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** The numbers of the sheet from -100 to 400 in tenths, written once: a drawing has hundreds, and writing them was half of its time. */
const written = Array.from({ length: 5001 }, (_, i) => String((i - 1000) / 10));
const r = (n: number): string => {
	const tenths = Math.round(n * 10);
	return written[tenths + 1000] ?? String(tenths / 10);
};

/** Left, top, width, height. */
type Box = [x: number, y: number, w: number, h: number];

export const rect = (...[x, y, w, h]: Box): string => `M${r(x)} ${r(y)}h${r(w)}v${r(h)}h${r(-w)}z`;

export const poly = (...points: [number, number][]): string => `M${points.map(([x, y]) => `${r(x)} ${r(y)}`).join('L')}z`;

export const circle = (x: number, y: number, radius: number): string => {
	const d = r(radius * 2);
	return `M${r(x - radius)} ${r(y)}a${r(radius)} ${r(radius)} 0 1 1 ${d} 0a${r(radius)} ${r(radius)} 0 1 1 -${d} 0z`;
};

/** A rectangle with a half round top. */
export const arch = (...[x, y, w, h]: Box): string => {
	const half = w / 2;
	return `M${r(x)} ${r(y + h)}v${r(half - h)}a${r(half)} ${r(half)} 0 0 1 ${r(w)} 0v${r(h - half)}z`;
};

/** A stroke across or down. */
export const line = (...[x, y, dx, dy]: Box): string => `M${r(x)} ${r(y)}${dx ? `h${r(dx)}` : ''}${dy ? `v${r(dy)}` : ''}`;

export type Shape = 'flat' | 'arch' | 'round';
export type Pane = { x: number; y: number; w: number; h: number; shape: Shape };
type Stroke = { paint: string; d: string };

/** What a kind draws on: `house` is dimmed at night, `panes` get their light at the end, `front` stands before the windows. */
export type Sheet = { house: Stroke[]; panes: Pane[]; front: Stroke[] };

export const newSheet = (): Sheet => ({ house: [], panes: [], front: [] });

/** Adds a shape; the same colour again and again becomes one path. `fill` may carry more attributes after a space. */
export function paint(strokes: Stroke[], fill: string, d: string): void {
	const last = strokes.at(-1);
	if (last?.paint === fill) last.d += d;
	else strokes.push({ paint: fill, d });
}

export const asPaths = (strokes: Stroke[]): string => strokes.map(({ paint: fill, d }) => `<path fill="${fill}" d="${d}"/>`).join('');
