import { arch, paint, poly, rect, type Sheet } from './pen.ts';
import { chimney, clock, door, eavesRoof, gate, ground, iron, middle, shade, walls, windows, type Plan } from './plan.ts';

/** Brick and high arched windows, a gate for the timber. */
export function workshop(p: Plan, sheet: Sheet): void {
	stack(p, sheet, [p.left + p.width * 0.84, 66]);
	eavesRoof(p, sheet, { rise: 34, inset: 14 });
	walls(p, sheet);
	bricks(p, sheet);
	windows(p, sheet, { shape: 'arch', h: 30, w: 19, drop: 14 });
	gate(p, sheet, { w: 36, h: 40 });
	paint(sheet.front, '#f1ead9', rect(middle(p) - 24, ground - 50, 48, 7));
	paint(sheet.front, '#7a3b2a', rect(middle(p) - 19, ground - 47.5, 38, 2));
}

function stack(p: Plan, sheet: Sheet, [x, height]: [number, number]): void {
	paint(sheet.house, '#8d4a36', poly([x - 6, p.top + 4], [x - 4, p.top - height], [x + 4, p.top - height], [x + 6, p.top + 4]));
	paint(sheet.house, '#5d3b30', rect(x - 6, p.top - height - 3, 12, 4));
	if (p.lit >= 0.6) paint(sheet.front, '#ffffff50', `M${x} ${p.top - height - 6}q-6-5 1-9t14-8q-3 8-9 11t-6 6z`);
}

function bricks(p: Plan, sheet: Sheet): void {
	for (let i = 0; i < 26; i++) {
		const x = p.left + 4 + p.random() * (p.width - 16);
		paint(sheet.house, '#ffffff1f', rect(x, p.top + 8 + Math.floor(p.random() * ((ground - p.top - 20) / 5)) * 5, 7, 2.4));
	}
}

/** Saw-tooth roof with glass to the north, and the chimney. */
export function factory(p: Plan, sheet: Sheet): void {
	stack(p, sheet, [p.left + p.width - 14, 84]);
	const teeth = Math.max(3, Math.round(p.width / 46));
	const w = p.width / teeth;
	for (let i = 0; i < teeth; i++) {
		const x = p.left + i * w;
		paint(sheet.house, p.roof, poly([x, p.top + 1], [x, p.top - 28], [x + w, p.top + 1]));
		sheet.panes.push({ x: x + 4, y: p.top - 15, w: w * 0.3, h: 11, shape: 'flat' });
	}
	walls(p, sheet);
	bricks(p, sheet);
	windows(p, sheet, { columns: teeth * 2, w: 17, h: 24, drop: 14 });
	gate(p, sheet, { w: 40, h: 42, fill: '#4d5a5b' });
}

/** Arched windows, a middle gable with the clock, a canopy, and the track in front. */
export function station(p: Plan, sheet: Sheet): void {
	chimney(p, sheet, [p.left + p.width * 0.14, p.top - 42]);
	eavesRoof(p, sheet, { rise: 34, inset: 18 });
	walls(p, sheet);
	const x = middle(p);
	const w = Math.min(60, p.width * 0.36);
	paint(
		sheet.house,
		p.wall,
		poly([x - w / 2, p.top + 2], [x - w / 2, p.top - 12], [x, p.top - 42], [x + w / 2, p.top - 12], [x + w / 2, p.top + 2])
	);
	paint(
		sheet.house,
		p.roof,
		poly(
			[x - w / 2 - 6, p.top - 9],
			[x, p.top - 48],
			[x + w / 2 + 6, p.top - 9],
			[x + w / 2, p.top - 9],
			[x, p.top - 40],
			[x - w / 2, p.top - 9]
		)
	);
	clock(sheet, [x, p.top - 19], 8);
	windows(p, sheet, { shape: 'arch', h: 20 });
	door(p, sheet, { w: 20, h: 28, round: true });
	paint(sheet.front, iron, rect(p.left + p.width, ground - 38, 52, 4));
	for (const at of [16, 44]) paint(sheet.front, iron, rect(p.left + p.width + at, ground - 34, 2.4, 34));
	paint(sheet.front, '#7b6d5c', rect(0, ground + 12, 320, 1.6) + rect(0, ground + 18, 320, 1.6));
	for (let i = 0; i < 23; i++) paint(sheet.front, '#8a7a66', rect(3 + i * 14, ground + 10, 5, 12));
}

/** Nave, tower with spire, and light through tall windows. */
export function church(p: Plan, sheet: Sheet): void {
	const tower = 34;
	const nave = { ...p, left: p.left + tower - 4, width: p.width - tower + 4, top: ground - 58 };
	eavesRoof(nave, sheet, { rise: 46, inset: 10 });
	walls(nave, sheet);
	const x = p.left + tower / 2;
	const top = ground - 112;
	paint(sheet.house, p.wall, rect(p.left, top, tower, 112));
	paint(sheet.house, shade, rect(p.left + tower - 6, top, 6, 112) + rect(p.left, ground - 8, tower, 8) + rect(p.left, top, tower, 3));
	paint(sheet.house, '#4f5a5c', poly([p.left - 4, top], [x, top - 52], [p.left + tower + 4, top]));
	paint(sheet.front, '#d9b25a', rect(x - 0.8, top - 62, 1.6, 12) + rect(x - 3, top - 59, 6, 1.6));
	clock(sheet, [x, top + 42], 8);
	sheet.panes.push({ x: x - 5, y: top + 10, w: 10, h: 19, shape: 'arch' });
	const columns = Math.max(3, Math.round(nave.width / 32));
	for (let c = 0; c < columns; c++) {
		const at = nave.left + ((c + 0.5) * nave.width) / columns;
		sheet.panes.push({ x: at - 7, y: nave.top + 12, w: 14, h: 32, shape: 'arch' });
	}
	paint(sheet.front, iron, arch(x - 9, ground - 29, 18, 29));
	paint(sheet.front, '#ffffff30', rect(x - 0.7, ground - 27, 1.4, 27));
}
