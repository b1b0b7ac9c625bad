import type { PropertyType } from '#modules/properties/vocabulary.ts';
import * as town from './kinds-town.ts';
import * as village from './kinds-village.ts';
import * as work from './kinds-work.ts';
import { arch, asPaths, chance, circle, hash, line, newSheet, paint, poly, rect, type Pane, type Sheet } from './pen.ts';
import { ground, middle, type Plan } from './plan.ts';

/** What a façade is drawn from. `lit` is the share of lit windows, 0 to 1; `area` in m²; `seed` anything stable, e.g. the reference. */
export type FacadeFacts = {
	kind: PropertyType;
	storeys?: number | null;
	area?: number | null;
	lit: number;
	heritage?: boolean;
	seed: string;
	/** Text alternative; empty makes the picture decorative. */
	label: string;
};

type Kind = {
	draw: (p: Plan, sheet: Sheet) => void;
	floors: [number, number];
	storey?: number;
	widths?: [number, number];
	wall?: string[];
	roof?: string[];
};

const brick = ['#b9543a', '#a84e38', '#c0654a'];
const plaster = ['#d9b48f', '#c98f6b', '#e3cfae', '#cfc2a8', '#a9b3a0', '#d7a26a', '#c9b3a3'];
const tiles = ['#7a3b2a', '#8c4630', '#6b3a2d', '#95503a'];
const slate = ['#4f5a5c', '#596063'];

const kinds: Record<PropertyType, Kind> = {
	residential_house: { draw: village.house, floors: [1, 2], widths: [84, 132] },
	apartment_building: { draw: town.apartments, floors: [3, 4], widths: [120, 220] },
	shop: { draw: town.shop, floors: [2, 4], widths: [96, 170] },
	inn: { draw: village.inn, floors: [2, 3], wall: ['#e3cfae', '#e8d7b8', '#d9b48f'] },
	school: { draw: town.school, floors: [2, 3], widths: [160, 244], wall: [...brick, '#e3cfae', '#d7a26a'] },
	railway_station: { draw: work.station, floors: [2, 2], wall: brick, roof: slate },
	manor_house: { draw: village.manor, floors: [2, 3], widths: [170, 250], wall: ['#e3cfae', '#a9b3a0', '#e0b98a', '#cfc2a8'] },
	farmstead: { draw: village.farm, floors: [2, 2], widths: [190, 250] },
	barn_stable: { draw: village.barn, floors: [1, 1], storey: 58, widths: [120, 210] },
	workshop: { draw: work.workshop, floors: [1, 1], storey: 58, wall: brick },
	factory_hall: { draw: work.factory, floors: [1, 1], storey: 56, widths: [170, 250], wall: brick, roof: slate },
	office: { draw: town.office, floors: [2, 4], widths: [130, 230], wall: ['#cfd0c6'] },
	church_parish: { draw: work.church, floors: [1, 1], storey: 58, widths: [140, 200], wall: ['#d8cdb8', '#c9b79b', '#b9543a'] },
	fire_station: { draw: town.fireStation, floors: [1, 2], storey: 34, widths: [140, 220], wall: [...brick, '#e3cfae'] },
	town_hall: { draw: town.townHall, floors: [2, 3], widths: [130, 210] },
	cultural_hall: { draw: town.hallForAll, floors: [1, 1], storey: 60, widths: [150, 230] },
	garden_plot: { draw: village.garden, floors: [1, 1], widths: [230, 230] },
	other: { draw: town.gabledTownHouse, floors: [1, 4], widths: [96, 200] },
	unknown: { draw: village.plain, floors: [1, 4] }
};

function planOf({ kind, storeys, area, lit, seed }: FacadeFacts): Plan {
	const {
		floors: [least, most],
		storey = 30,
		widths: [narrow, wide] = [110, 236],
		wall = plaster,
		roof = tiles
	} = kinds[kind];
	const random = chance(seed + kind);
	const pick = (colours: string[]) => colours[Math.floor(random() * colours.length)] ?? '#c98f6b';
	const floors = Math.max(least, Math.min(most, storeys ?? (least + most) >> 1));
	const width = Math.round(Math.max(narrow, Math.min(wide, 84 + Math.sqrt(Math.max(0, area ?? 240)) * 5.2)));
	const tall = Math.max(storey, floors === 1 && storey === 30 ? 40 : 0);
	return {
		kind,
		floors,
		storey: tall,
		width,
		left: Math.round((320 - width) / 2),
		top: ground - floors * tall - 8,
		wall: pick(wall),
		roof: pick(roof),
		lit,
		random
	};
}

/** Sky with sun (at night moon and stars), hills, trees, street. */
function surroundings(p: Plan): string {
	const { random } = p;
	const n = (from: number, to: number) => Math.round(from + random() * (to - from));
	const side = random() > 0.5 ? n(24, 70) : n(250, 296);
	let stars = '';
	for (let i = 0; i < 12; i++) stars += `M${n(4, 316)} ${n(4, 96)}h0`;
	const trees: [number, number][] = [[p.left - n(24, 40), 1]];
	if (random() > 0.3) trees.push([p.left + p.width + n(p.kind === 'railway_station' ? 60 : 22, 66), 0.8]);
	const trunks = trees.map(([x]) => rect(x - 2, 146, 4, 30)).join('');
	const crowns = trees.map(([x, s]) => circle(x, 138, 18 * s) + circle(x + 11 * s, 147, 11 * s)).join('');
	const shadows = trees.map(([x, s]) => circle(x - 9 * s, 147, 12 * s)).join('');
	const leaves =
		p.kind === 'garden_plot'
			? ''
			: `<path fill="var(--facade-trunk,#6b4d38)" d="${trunks}"/><path fill="var(--facade-tree,#6f9474)" d="${crowns}"/><path fill="var(--facade-tree-2,#5f8566)" d="${shadows}"/>`;
	return (
		`<path fill="var(--facade-sky,#e2ebe7)" d="M0 0h320v200H0z"/><path fill="var(--facade-sky-2,#f1efe2)" d="M0 ${n(112, 124)}Q160 ${n(84, 104)} 320 ${n(112, 124)}V200H0z"/>` +
		`<path stroke="#fff" stroke-width="1.4" stroke-linecap="round" opacity="var(--facade-stars,0)" d="${stars}"/>` +
		`<circle cx="${side}" cy="${n(28, 46)}" r="14" fill="var(--facade-sun,#f6e3b4)"/>` +
		`<path fill="var(--facade-hill,#b9cdb8)" d="M0 ${n(148, 158)}Q${n(60, 110)} ${n(124, 140)} 160 150T320 ${n(140, 152)}V200H0z"/>${leaves}` +
		`<path fill="var(--facade-street,#cbbfab)" d="M0 ${ground}h320v24H0z"/>`
	);
}

const whole = (pane: Pane): Pane => ({
	...pane,
	x: Math.round(pane.x),
	y: Math.round(pane.y),
	w: Math.round(pane.w),
	h: Math.round(pane.h)
});

const outline = ({ x, y, w, h, shape }: Pane, grow = 0): string => {
	const box = [x - grow, y - grow, w + 2 * grow, h + 2 * grow] as const;
	return shape === 'round' ? circle(x + w / 2, y + h / 2, w / 2 + grow) : shape === 'arch' ? arch(...box) : rect(...box);
};

const bars = ({ x, y, w, h, shape }: Pane): string =>
	line(x + w / 2, y, 0, h) + (shape === 'flat' && h < 14 ? '' : line(x, y + h * (shape === 'round' ? 0.5 : 0.38), w, 0));

/** Which windows shine: a fixed order per house, so that more light keeps what was lit before. */
function lights(p: Plan, panes: Pane[], seed: string): { lit: Pane[]; dark: Pane[] } {
	const count = p.lit > 0 ? Math.max(1, Math.round(panes.length * Math.min(1, p.lit))) : 0;
	const order = panes.map((pane, i) => ({ pane, rank: hash(`${seed}·${i}`) })).sort((a, b) => a.rank - b.rank);
	return { lit: order.slice(0, count).map((o) => o.pane), dark: order.slice(count).map((o) => o.pane) };
}

function glass(p: Plan, panes: Pane[], seed: string): string {
	const { lit, dark } = lights(p, panes, seed);
	const frame = 'stroke="var(--facade-frame,#f7f2e6)" stroke-width="1.6"';
	const path = (list: Pane[], fill: string) =>
		list.length ? `<path fill="${fill}" ${frame} d="${list.map((pane) => outline(pane)).join('')}"/>` : '';
	const glow = lit.length
		? `<path class="glow" fill="var(--facade-light,#f5c451)" opacity="var(--facade-glow,0)" d="${lit.map((pane) => outline(pane, 4)).join('')}"/>`
		: '';
	const mullions = `<path fill="none" stroke="var(--facade-frame,#f7f2e6)" d="${panes.map(bars).join('')}"/>`;
	return glow + path(dark, 'var(--facade-dark,#42504f)') + path(lit, 'var(--facade-light,#f5c451)') + mullions;
}

function plaque(p: Plan, sheet: Sheet): void {
	const x = Math.round(p.left + 5);
	const y = ground - 24;
	paint(sheet.front, '#fff" stroke="#1f4fa3', `M${x} ${y}h9v7l-4.5 5-4.5-5z`);
	paint(sheet.front, '#1f4fa3', poly([x, y], [x + 4.5, y], [x + 4.5, y + 6], [x, y + 6]));
}

const escape = (text: string): string =>
	text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);

function draw(facts: FacadeFacts): string {
	const p = planOf(facts);
	const scene = surroundings(p);
	const sheet = newSheet();
	kinds[facts.kind].draw(p, sheet);
	if (facts.heritage) plaque(p, sheet);
	const panes = sheet.panes.map(whole);
	const name = facts.label ? `role="img" aria-label="${escape(facts.label)}"` : 'aria-hidden="true"';
	const pool =
		p.lit > 0
			? `<path class="glow" fill="var(--facade-light,#f5c451)" opacity="var(--facade-glow,0)" d="${poly([middle(p) - 10, ground], [middle(p) + 10, ground], [middle(p) + 26, 190], [middle(p) - 26, 190])}"/>`
			: '';
	return `<svg xmlns="http://www.w3.org/2000/svg" class="facade" viewBox="0 0 320 200" ${name}>${scene}<g class="house">${asPaths(sheet.house)}</g>${glass(p, panes, facts.seed)}<g class="house">${asPaths(sheet.front)}</g>${pool}</svg>`;
}

/** The latest drawings, a few megabytes at most: cards of the same houses are drawn on page after page. */
const drawn = new Map<string, string>();
const drawnUpTo = 1000;

/**
 * Draws a building's front from its own facts as an SVG string of 1 to 4 kB, viewBox 0 0 320 200. The same facts give the same drawing.
 * Lit windows are the sign of the product: an empty house is dark, every step towards use lights a window, a revived place shines.
 */
export function facade(facts: FacadeFacts): string {
	const { kind, storeys, area, lit, heritage, seed, label } = facts;
	const key = JSON.stringify([kind, storeys, area, lit, heritage, seed, label]);
	const known = drawn.get(key);
	if (known !== undefined) return known;
	const drawing = draw(facts);
	if (drawn.size >= drawnUpTo) drawn.delete(drawn.keys().next().value ?? '');
	drawn.set(key, drawing);
	return drawing;
}
