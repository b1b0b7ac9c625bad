import { arch, circle, paint, poly, rect, type Sheet } from './pen.ts';
import {
	accent,
	chimney,
	door,
	dormer,
	eavesRoof,
	gableRoof,
	gate,
	ground,
	iron,
	middle,
	shade,
	walls,
	windows,
	type Plan
} from './plan.ts';

const timber = '#5b3a28b0';

/** Half-timbered, with dormers and a sign over the street. */
export function inn(p: Plan, sheet: Sheet): void {
	chimney(p, sheet, [p.left + p.width * 0.72, p.top - 52]);
	eavesRoof(p, sheet, { rise: 44 });
	walls(p, sheet);
	const upper = p.storey * Math.max(1, p.floors - 1);
	for (let i = 0; i <= 5; i++) paint(sheet.house, timber, rect(p.left + (i * (p.width - 3)) / 5, p.top, 3, upper));
	paint(sheet.house, timber, rect(p.left, p.top, p.width, 3) + rect(p.left, p.top + upper - 1, p.width, 3));
	for (const side of [0.1, 0.9]) {
		const x = p.left + p.width * side;
		paint(sheet.house, timber, poly([x - 11, p.top + upper], [x - 8, p.top + upper], [x + 11, p.top + 3], [x + 8, p.top + 3]));
	}
	for (const at of p.width > 150 ? [0.27, 0.73] : [0.5]) dormer(p, sheet, [p.left + p.width * at, p.top - 26]);
	windows(p, sheet);
	door(p, sheet, { w: 18, round: true, h: 29 });
	paint(sheet.front, iron, rect(p.left + p.width - 3, ground - 50, 17, 2) + rect(p.left + p.width + 9, ground - 50, 1.5, 6));
	paint(sheet.front, accent, circle(p.left + p.width + 10, ground - 38, 7.5));
	paint(sheet.front, '#f5c451', rect(p.left + p.width + 6.5, ground - 41, 6, 6) + rect(p.left + p.width + 12.5, ground - 40, 2, 4));
}

/** The family's house: gable to the street, fence, bench. */
export function house(p: Plan, sheet: Sheet): void {
	chimney(p, sheet, [middle(p) + p.width * 0.2, p.top - 44]);
	gableRoof(p, sheet, { rise: 52 });
	walls(p, sheet);
	sheet.panes.push({ x: middle(p) - 6, y: p.top - 24, w: 12, h: 15, shape: 'flat' });
	windows(p, sheet, { columns: 3 });
	door(p, sheet);
	for (const [x, n] of [
		[p.left - 42, 5],
		[p.left + p.width + 8, 5]
	] as const) {
		for (let i = 0; i < n; i++) paint(sheet.front, '#a8845f', rect(x + i * 7, ground - 13, 3, 13));
		paint(sheet.front, '#a8845f', rect(x - 2, ground - 10, n * 7 + 1, 2));
	}
}

/** Nobody has said yet what it is: a plain house, seen from the eaves. */
export function plain(p: Plan, sheet: Sheet): void {
	chimney(p, sheet, [p.left + p.width * 0.25, p.top - 48]);
	eavesRoof(p, sheet);
	walls(p, sheet);
	windows(p, sheet);
	door(p, sheet);
}

/** Hip roof, pediment on columns, steps up to the door. */
export function manor(p: Plan, sheet: Sheet): void {
	for (const at of [0.2, 0.8]) chimney(p, sheet, [p.left + p.width * at - 4, p.top - 46]);
	eavesRoof(p, sheet, { rise: 36, inset: 26 });
	walls(p, sheet);
	const w = p.width * 0.32;
	const x = middle(p) - w / 2;
	paint(sheet.house, p.wall, rect(x, p.top - 8, w, 12));
	paint(sheet.house, '#5a3026', poly([x - 7, p.top - 6], [x + w / 2, p.top - 44], [x + w + 7, p.top - 6]));
	paint(sheet.house, p.wall, poly([x + 3, p.top - 9], [x + w / 2, p.top - 37], [x + w - 3, p.top - 9]));
	sheet.panes.push({ x: x + w / 2 - 5, y: p.top - 24, w: 10, h: 10, shape: 'round' });
	windows(p, sheet, { h: 19 });
	door(p, sheet, { w: 18, h: 30, round: true });
	for (let i = 0; i < 4; i++) paint(sheet.front, '#f1ead9', rect(x + 2 + (i * (w - 7)) / 3, p.top + 2, 3.4, ground - p.top - 4));
	paint(sheet.front, '#cfc4ae', rect(x - 4, ground - 5, w + 8, 2.5) + rect(x - 8, ground - 2.5, w + 16, 2.5));
}

/** Dwelling with its gable, a long byre beside it, and the yard gate between. */
export function farm(p: Plan, sheet: Sheet): void {
	const split = p.width * 0.42;
	const byre = { ...p, left: p.left + split, width: p.width - split, top: ground - 46, floors: 1, wall: '#a86a4b' };
	eavesRoof(byre, sheet, { rise: 44, inset: 6 });
	walls(byre, sheet);
	gate(p, sheet, { x: byre.left + byre.width * 0.55, w: 32, h: 36 });
	for (const at of [0.16, 0.88]) sheet.panes.push({ x: byre.left + byre.width * at - 5, y: byre.top + 12, w: 10, h: 9, shape: 'arch' });
	const dwelling = { ...p, width: split + 4, floors: 2, top: ground - 68 };
	chimney(dwelling, sheet, [middle(dwelling) + 14, dwelling.top - 40]);
	gableRoof(dwelling, sheet, { rise: 44 });
	walls(dwelling, sheet);
	sheet.panes.push({ x: middle(dwelling) - 5, y: dwelling.top - 18, w: 10, h: 12, shape: 'flat' });
	windows(dwelling, sheet, { columns: 3, w: 12, h: 15 });
	door(dwelling, sheet, { w: 14, h: 24 });
}

/** Boards, a broken roof line, wings wide enough for a hay cart. */
export function barn(p: Plan, sheet: Sheet): void {
	const { left, width, top } = p;
	const x = middle(p);
	const roof = poly(
		[left - 9, top + 6],
		[left + width * 0.1, top - 24],
		[x, top - 52],
		[left + width * 0.9, top - 24],
		[left + width + 9, top + 6]
	);
	paint(sheet.house, p.roof, roof);
	paint(
		sheet.house,
		'#8a5a3c',
		poly(
			[left, top + 6],
			[left + width * 0.13, top - 20],
			[x, top - 43],
			[left + width * 0.87, top - 20],
			[left + width, top + 6],
			[left + width, ground],
			[left, ground]
		)
	);
	for (let i = 1; i < 12; i++)
		paint(sheet.house, shade, rect(left + (i * width) / 12, top + (i === 1 || i === 11 ? -6 : -20), 1.3, ground - top + 10));
	paint(sheet.house, '#a49c8d', rect(left, ground - 12, width, 12));
	gate(p, sheet, { w: Math.min(56, width * 0.4), h: 50, fill: '#5b3b28' });
	sheet.panes.push({ x: x - 9, y: top - 20, w: 18, h: 18, shape: 'arch' });
	for (const at of [0.15, 0.85]) {
		sheet.panes.push(
			{ x: left + width * at - 6, y: top + 8, w: 12, h: 11, shape: 'flat' },
			{ x: left + width * at - 6, y: ground - 34, w: 12, h: 11, shape: 'flat' }
		);
	}
}

/** No house yet: a fence, a shed with one window, beds and an apple tree. */
export function garden(p: Plan, sheet: Sheet): void {
	const x = p.left + p.width * 0.72;
	paint(
		sheet.house,
		'#b9a27c',
		poly([p.left - 20, ground], [p.left + 10, ground - 14], [p.left + p.width - 10, ground - 14], [p.left + p.width + 20, ground])
	);
	for (let i = 0; i < 4; i++) {
		const bed = p.left + 6 + i * p.width * 0.13;
		paint(sheet.house, '#7c5b3f', poly([bed - 3, ground - 2], [bed + 4, ground - 11], [bed + 16, ground - 11], [bed + 12, ground - 2]));
		paint(sheet.house, '#6f9474', circle(bed + 5, ground - 9, 2.6) + circle(bed + 10, ground - 9, 2.6));
	}
	paint(sheet.house, '#8f6b4b', rect(x - 22, ground - 46, 44, 40));
	paint(sheet.house, p.roof, poly([x - 27, ground - 44], [x - 18, ground - 60], [x + 18, ground - 60], [x + 27, ground - 44]));
	paint(sheet.house, '#5d432f', rect(x + 2, ground - 34, 13, 28));
	sheet.panes.push({ x: x - 16, y: ground - 34, w: 12, h: 11, shape: 'flat' });
	const tree = p.left + p.width * 0.28;
	paint(sheet.house, '#6b4d38', poly([tree - 4, ground - 10], [tree - 2, ground - 52], [tree + 2, ground - 52], [tree + 4, ground - 10]));
	paint(sheet.house, '#6f9474', circle(tree, ground - 74, 27) + circle(tree - 20, ground - 60, 17) + circle(tree + 21, ground - 61, 18));
	const apples = [
		[-14, -70],
		[6, -84],
		[18, -62],
		[-4, -58],
		[-24, -58]
	] as const;
	for (const [dx, dy] of apples) paint(sheet.front, '#b9543a', circle(tree + dx, ground + dy, 2.6));
	for (let i = 0; i < 30; i++) paint(sheet.front, '#d8c7a4', arch(4 + i * 10.5, ground - 15, 4.5, 15));
	paint(sheet.front, '#d8c7a4', rect(0, ground - 11, 320, 2));
}
