import { arch, paint, poly, rect, type Sheet } from './pen.ts';
import {
	accent,
	chimney,
	clock,
	door,
	dormer,
	eavesRoof,
	gableRoof,
	ground,
	iron,
	middle,
	shade,
	walls,
	windows,
	type Plan
} from './plan.ts';

/** Shop windows under a striped awning, flats above. */
export function shop(p: Plan, sheet: Sheet): void {
	chimney(p, sheet, [p.left + p.width * 0.2, p.top - 44]);
	eavesRoof(p, sheet, { rise: 36, inset: 12 });
	walls(p, sheet);
	windows(p, sheet, { to: p.floors - 1 });
	const x = middle(p);
	const w = p.width / 2 - 22;
	sheet.panes.push({ x: p.left + 8, y: ground - 28, w, h: 21, shape: 'flat' }, { x: x + 14, y: ground - 28, w, h: 21, shape: 'flat' });
	door(p, sheet, { w: 17, h: 25 });
	const stripes = Math.round(p.width / 12);
	const step = (p.width + 8) / stripes;
	for (const [odd, fill] of [accent, '#f4ecdc'].entries()) {
		for (let i = odd; i < stripes; i += 2) {
			const at = p.left - 4 + i * step;
			paint(
				sheet.front,
				fill,
				`M${at.toFixed(1)} ${ground - 40}h${step.toFixed(1)}v9a${(step / 2).toFixed(1)} 3 0 0 1-${step.toFixed(1)} 0z`
			);
		}
	}
	paint(sheet.house, '#00000030', rect(p.left, ground - 32, p.width, 4));
}

/** Three tall storeys in good order and a bell turret. */
export function school(p: Plan, sheet: Sheet): void {
	const x = middle(p);
	paint(sheet.house, p.wall, rect(x - 11, p.top - 56, 22, 22));
	paint(sheet.house, '#4f5a5c', poly([x - 15, p.top - 55], [x, p.top - 74], [x + 15, p.top - 55]));
	eavesRoof(p, sheet, { rise: 36, inset: 22 });
	walls(p, sheet);
	clock(sheet, [x, p.top - 45], 7);
	const bay = p.width * 0.26;
	paint(sheet.house, glossy(p), rect(x - bay / 2, p.top, bay, ground - p.top));
	paint(sheet.house, p.roof, poly([x - bay / 2 - 5, p.top + 1], [x, p.top - 22], [x + bay / 2 + 5, p.top + 1]));
	windows(p, sheet, { h: 20, w: 14, drop: 7 });
	door(p, sheet, { w: 20, h: 26, round: true });
	paint(sheet.front, '#cfc4ae', rect(x - 18, ground - 4, 36, 4));
}

const glossy = (p: Plan): string => (p.wall === '#e3cfae' ? '#efe0c6' : '#ffffff2b');

/** Flat roof and ribbons of glass. */
export function office(p: Plan, sheet: Sheet): void {
	paint(sheet.house, '#6d7675', rect(p.left - 4, p.top - 6, p.width + 8, 8) + rect(p.left + p.width * 0.62, p.top - 16, 34, 10));
	walls({ ...p, wall: '#cfd0c6' }, sheet);
	windows(p, sheet, { columns: Math.max(4, Math.round(p.width / 24)), w: 18, h: 15 });
	paint(sheet.house, '#5c6967', rect(middle(p) - 24, ground - 32, 48, 4));
	door(p, sheet, { w: 24, h: 27 });
}

/** Balconies on every storey. */
export function apartments(p: Plan, sheet: Sheet): void {
	chimney(p, sheet, [p.left + p.width * 0.3, p.top - 36]);
	eavesRoof(p, sheet, { rise: 26, inset: 8 });
	walls(p, sheet);
	const columns = Math.max(4, Math.round(p.width / 34));
	windows(p, sheet, { columns, w: 14 });
	const gap = p.width / columns;
	for (let f = 0; f < p.floors - 1; f++) {
		for (const c of [0, columns - 1]) {
			const x = p.left + c * gap + gap / 2;
			const y = p.top + f * p.storey + 24;
			paint(sheet.front, '#efe8da', rect(x - 14, y, 28, 3));
			paint(sheet.front, '#3b4a4588', rect(x - 13, y - 8, 26, 8));
			paint(sheet.front, iron, rect(x - 13.5, y - 9, 27, 1.4));
		}
	}
	door(p, sheet);
}

/** Stepped gable, arcades, a clock that everybody sees. */
export function townHall(p: Plan, sheet: Sheet): void {
	eavesRoof(p, sheet, { rise: 38, inset: 10 });
	walls(p, sheet);
	const x = middle(p);
	const w = p.width * 0.4;
	const steps: [number, number][] = [[x - w / 2, p.top + 2]];
	for (let i = 0; i < 4; i++)
		steps.push([x - w / 2 + (i * w) / 8, p.top - 8 - i * 13], [x - w / 2 + ((i + 1) * w) / 8, p.top - 8 - i * 13]);
	const mirrored = steps
		.slice(1)
		.reverse()
		.map(([a, b]): [number, number] => [2 * x - a, b]);
	paint(sheet.house, p.wall, poly(...steps, ...mirrored, [x + w / 2, p.top + 2]));
	paint(sheet.house, shade, rect(x - w / 2, p.top + 1, w, 2));
	clock(sheet, [x, p.top - 25], 8);
	windows(p, sheet, { shape: 'arch', h: 19, to: p.floors - 1 });
	const bays = Math.max(3, Math.round(p.width / 34) | 1);
	for (let i = 0; i < bays; i++) {
		const at = p.left + ((i + 0.5) * p.width) / bays;
		if (i === (bays - 1) / 2) door(p, sheet, { x: at, w: 18, h: 27, round: true });
		else sheet.panes.push({ x: at - 9, y: ground - 27, w: 18, h: 20, shape: 'arch' });
	}
	paint(sheet.front, iron, rect(x - 0.7, p.top - 66, 1.4, 20));
	paint(sheet.front, '#a93f28', poly([x + 1, p.top - 66], [x + 13, p.top - 62.5], [x + 1, p.top - 59]));
}

/** Red wings for the engines and the tower where the hoses dry. */
export function fireStation(p: Plan, sheet: Sheet): void {
	const tower = { ...p, left: p.left - 4, width: 30, top: p.top - 52, floors: 1 };
	const hall = { ...p, left: p.left + 26, width: p.width - 26 };
	eavesRoof(hall, sheet, { rise: 26, inset: 8 });
	walls(hall, sheet);
	walls(tower, sheet);
	paint(sheet.house, p.roof, poly([tower.left - 4, tower.top], [tower.left + 15, tower.top - 18], [tower.left + 34, tower.top]));
	sheet.panes.push(
		{ x: tower.left + 10, y: tower.top + 10, w: 10, h: 12, shape: 'arch' },
		{ x: tower.left + 10, y: tower.top + 40, w: 10, h: 12, shape: 'flat' }
	);
	const doors = Math.max(2, Math.min(4, Math.round(hall.width / 46)));
	const w = Math.min(36, hall.width / doors - 8);
	for (let i = 0; i < doors; i++) {
		const x = hall.left + ((i + 0.5) * hall.width) / doors;
		paint(sheet.house, '#f1ead9', rect(x - w / 2 - 2, ground - 42, w + 4, 42));
		paint(sheet.house, '#a3271c', rect(x - w / 2, ground - 40, w, 40));
		paint(sheet.house, '#00000038', rect(x - w / 2, ground - 14, w, 1.4) + rect(x - 0.6, ground - 40, 1.2, 40));
		for (const side of [-1, 1]) sheet.panes.push({ x: x + side * w * 0.25 - w * 0.17, y: ground - 35, w: w * 0.34, h: 12, shape: 'flat' });
	}
	windows(hall, sheet, { to: hall.floors - 1, h: 14 });
}

/** A barrel roof over a hall, posters, a canopy with lamps. */
export function hallForAll(p: Plan, sheet: Sheet): void {
	const { left, width, top } = p;
	paint(sheet.house, p.roof, `M${left - 6} ${top + 2}Q${left + width / 2} ${top - 62} ${left + width + 6} ${top + 2}z`);
	walls(p, sheet);
	paint(sheet.house, p.wall, `M${left + 6} ${top + 2}Q${left + width / 2} ${top - 48} ${left + width - 6} ${top + 2}z`);
	sheet.panes.push({ x: left + width / 2 - 10, y: top - 19, w: 20, h: 18, shape: 'round' });
	const columns = Math.max(4, Math.round(width / 38) & ~1);
	for (let c = 0; c < columns; c++) {
		const x = left + ((c + 0.5) * width) / columns;
		if (Math.abs(x - middle(p)) < 28) continue;
		sheet.panes.push({ x: x - 8, y: top + 12, w: 16, h: 34, shape: 'arch' });
	}
	for (const side of [-1, 0, 1]) paint(sheet.front, iron, arch(middle(p) + side * 15 - 6.5, ground - 29, 13, 29));
	paint(sheet.front, accent, rect(middle(p) - 30, ground - 40, 60, 7));
	for (let i = 0; i < 7; i++)
		paint(sheet.front, p.lit > 0 ? 'var(--facade-light,#f5c451)' : '#e9e2cf80', rect(middle(p) - 26 + i * 8, ground - 37.5, 3, 3));
}

/** A gabled town house; the vicarage goes with its church. */
export const gabledTownHouse = (p: Plan, sheet: Sheet): void => {
	gableRoof(p, sheet, { rise: Math.max(44, Math.min(62, p.width * 0.34)) });
	walls(p, sheet);
	windows(p, sheet);
	dormer(p, sheet, [middle(p), p.top - 20]);
	door(p, sheet);
};
