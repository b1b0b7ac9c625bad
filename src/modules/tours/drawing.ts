import { project } from '#modules/organisations/germany.ts';

/** The way as a small drawing: numbered stops, lines between them, a scale. North is up. Used for the page and for paper. */

/** `radius`: how exact the place is, in metres; 0 is a point. */
export type DrawnStop = { n: number; lat: number; lon: number; radius: number };
export type Drawing = {
	width: number;
	height: number;
	line: string;
	stops: { n: number; x: number; y: number; r: number }[];
	scale: { length: number; text: string };
};

const width = 640;
const edge = 48;
const steps = [50, 100, 200, 500, 1000, 2000, 5000];

/** Null without a stop whose place is known. */
export function drawingOf(stops: readonly DrawnStop[]): Drawing | null {
	if (!stops.length) return null;
	const points = stops.map(({ lat, lon }) => project(lon, lat));
	const reach = stops.map(({ radius }) => radius / 1000);
	const low = (axis: 0 | 1) => Math.min(...points.map((point, i) => point[axis] - (reach[i] ?? 0)));
	const high = (axis: 0 | 1) => Math.max(...points.map((point, i) => point[axis] + (reach[i] ?? 0)));
	const [left, top] = [low(0), low(1)];
	const [across, down] = [high(0) - left, high(1) - top];
	const inner = width - 2 * edge;
	const scale = Math.min(inner / Math.max(across, 0.15), (inner * 0.75) / Math.max(down, 0.1));
	const height = Math.round(Math.max(down, 0.1) * scale + 2 * edge + 20);
	const shift = (inner - across * scale) / 2;
	const drawn = stops.map(({ n, radius }, i) => {
		const [x, y] = points[i] ?? [0, 0];
		const at = { x: Math.round(edge + shift + (x - left) * scale), y: Math.round(edge + (y - top) * scale) };
		return { n, ...at, r: Math.round((radius / 1000) * scale) };
	});
	const metres = steps.findLast((step) => (step / 1000) * scale <= inner / 3) ?? 50;
	const text = metres < 1000 ? `${metres} m` : `${metres / 1000} km`;
	const line = drawn.map(({ x, y }, i) => `${i ? 'L' : 'M'}${x} ${y}`).join('');
	return { width, height, line, stops: drawn, scale: { length: Math.round((metres / 1000) * scale), text } };
}

/** What the drawing says, for whoever does not see it. */
export const drawingText = (titles: readonly string[]): string => `Weg über ${titles.length} Halte: ${titles.join(', ')}.`;

/** The drawing for paper, in ink. */
export function paperDrawing({ width: w, height: h, line, stops, scale }: Drawing): string {
	const halos = stops
		.filter(({ r }) => r > 16)
		.map(
			({ x, y, r }) => `<circle cx="${x}" cy="${y}" r="${r}" fill="#f5c451" fill-opacity="0.3" stroke="#a4452c" stroke-dasharray="4 3"/>`
		);
	const dots = stops.map(
		({ n, x, y }) =>
			`<circle cx="${x}" cy="${y}" r="15" fill="#fff" stroke="#1f2b29" stroke-width="2"/>` +
			`<text x="${x}" y="${y + 6}" text-anchor="middle" font-family="Fira Sans" font-size="17" fill="#1f2b29">${n}</text>`
	);
	const bar = `<path d="M20 ${h - 14}h${scale.length}m0 -6v12m-${scale.length} 0v-12" fill="none" stroke="#56625e" stroke-width="2"/>`;
	const label = `<text x="${28 + scale.length}" y="${h - 9}" font-family="Fira Sans" font-size="14" fill="#56625e">${scale.text}, Norden ist oben</text>`;
	const way = `<path d="${line}" fill="none" stroke="#2f6b4f" stroke-width="4" stroke-linejoin="round" stroke-dasharray="9 6"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}"><rect width="${w}" height="${h}" rx="8" fill="#f6f1e6"/>${halos.join('')}${way}${dots.join('')}${bar}${label}</svg>`;
}
