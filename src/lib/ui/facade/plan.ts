import type { PropertyType } from '#modules/properties/vocabulary.ts';
import { arch, paint, poly, rect, type Shape, type Sheet } from './pen.ts';

export const ground = 176;

/** A house before it is drawn: where its walls stand and what they are made of. */
export type Plan = {
	kind: PropertyType;
	floors: number;
	storey: number;
	left: number;
	top: number;
	width: number;
	wall: string;
	roof: string;
	lit: number;
	random: () => number;
};

type Spot = [x: number, y: number];

export const shade = '#00000024';
export const glint = '#ffffff40';
export const iron = 'var(--facade-door,#3b4a45)';
export const accent = 'var(--facade-accent,#2f5d4a)';

export const middle = (p: Plan): number => p.left + p.width / 2;

/** Wall with plinth, storey bands and a shadow under the eaves. */
export function walls(p: Plan, sheet: Sheet): void {
	const height = ground - p.top;
	paint(sheet.house, p.wall, rect(p.left, p.top, p.width, height));
	paint(
		sheet.house,
		shade,
		rect(p.left, p.top, p.width, 4) + rect(p.left, ground - 8, p.width, 8) + rect(p.left + p.width - 7, p.top + 4, 7, height - 12)
	);
	for (let f = 1; f < p.floors; f++) paint(sheet.house, glint, rect(p.left, p.top + f * p.storey + 2, p.width, 2.5));
}

/** A roof seen from the eaves; `inset` makes it a hip, `rise` its height. */
export function eavesRoof(p: Plan, sheet: Sheet, { rise = 40, inset = 16, over = 7 } = {}): void {
	const { left, top, width, roof } = p;
	paint(
		sheet.house,
		roof,
		poly([left - over, top], [left + inset, top - rise], [left + width - inset, top - rise], [left + width + over, top])
	);
	for (let i = 1; i < 4; i++) {
		const share = i / 4;
		paint(
			sheet.house,
			'#ffffff1c',
			rect(left - over + (inset + over) * share + 1, top - rise * share, width + 2 * over - 2 * (inset + over) * share - 2, 1)
		);
	}
}

/** A roof seen from the gable. */
export function gableRoof(p: Plan, sheet: Sheet, { rise = 46, over = 8 } = {}): void {
	const { left, top, width, roof, wall } = p;
	const x = middle(p);
	paint(sheet.house, roof, poly([left - over, top + 3], [x, top - rise], [left + width + over, top + 3]));
	paint(sheet.house, wall, poly([left + 5, top + 3], [x, top - rise + 10], [left + width - 5, top + 3]));
}

export function chimney(p: Plan, sheet: Sheet, [x, y]: Spot): void {
	paint(sheet.house, '#7d5242', rect(x, y, 9, 20));
	paint(sheet.house, '#5d3b30', rect(x - 1.5, y - 2, 12, 4));
	if (p.lit < 0.6) return;
	paint(sheet.front, '#ffffff50', `M${x + 4} ${y - 5}q-5-6 1-10t2-12q6 7 0 12t1 10z`);
}

type Grid = { w?: number; h?: number; shape?: Shape; drop?: number; columns?: number; from?: number; to?: number; door?: boolean };

/** Windows in rows and columns; the place of the door in the middle of the ground floor stays free. */
export function windows(p: Plan, sheet: Sheet, grid: Grid = {}): void {
	const columns = grid.columns ?? Math.max(3, Math.round(p.width / 36));
	const gap = p.width / columns;
	const w = Math.min(grid.w ?? 15, gap * 0.56);
	for (let f = grid.from ?? 0; f < (grid.to ?? p.floors); f++) {
		for (let c = 0; c < columns; c++) {
			const x = p.left + c * gap + gap / 2;
			if (f === p.floors - 1 && grid.door !== false && Math.abs(x - middle(p)) < gap * 0.6) continue;
			sheet.panes.push({ x: x - w / 2, y: p.top + f * p.storey + (grid.drop ?? 9), w, h: grid.h ?? 17, shape: grid.shape ?? 'flat' });
		}
	}
}

/** A front door with a small light, a step, and a lantern beside it. */
export function door(p: Plan, sheet: Sheet, { x = middle(p), w = 16, h = 27, round = false } = {}): void {
	paint(sheet.house, '#00000030', rect(x - w / 2 - 2, ground - h - 2, w + 4, h + 2));
	paint(sheet.house, iron, round ? arch(x - w / 2, ground - h, w, h) : rect(x - w / 2, ground - h, w, h));
	sheet.panes.push({ x: x - w / 2 + 4, y: ground - h + (round ? 8 : 4), w: w - 8, h: 7, shape: 'flat' });
	paint(sheet.front, '#b7aa95', rect(x - w / 2 - 5, ground - 3, w + 10, 3));
}

/** Two tall wooden wings. */
export function gate(p: Plan, sheet: Sheet, { x = middle(p), w = 36, h = 42, round = false, fill = '#4b3426' } = {}): void {
	paint(sheet.house, fill, round ? arch(x - w / 2, ground - h, w, h) : rect(x - w / 2, ground - h, w, h));
	paint(sheet.house, '#ffffff3c', rect(x - 0.75, ground - h + (round ? 2 : 0), 1.5, h));
	paint(sheet.house, '#00000038', rect(x - w / 2 + 3, ground - h * 0.62, w - 6, 2) + rect(x - w / 2 + 3, ground - h * 0.25, w - 6, 2));
}

export function dormer(p: Plan, sheet: Sheet, [x, y]: Spot): void {
	paint(sheet.house, p.wall, rect(x - 9, y, 18, 16));
	paint(sheet.house, '#5a3026', poly([x - 12, y + 1], [x, y - 10], [x + 12, y + 1]));
	sheet.panes.push({ x: x - 5, y: y + 4, w: 10, h: 10, shape: 'flat' });
}

export function clock(sheet: Sheet, [x, y]: Spot, radius = 8): void {
	paint(
		sheet.front,
		'#f7f2e6',
		`M${x - radius} ${y}a${radius} ${radius} 0 1 1 ${radius * 2} 0a${radius} ${radius} 0 1 1 -${radius * 2} 0z`
	);
	paint(sheet.front, '#3b4a45', rect(x - 0.8, y - radius + 2, 1.6, radius - 1) + rect(x - 0.8, y - 0.8, radius - 3, 1.6));
}
