import { chance, circle, poly, rect } from './pen.ts';

/** The sign of networks and towns: a street whose houses are joined by a string of lights. Drawn on the server, 4 to 6 kB, the same for the same names. */

/** One house: `seed` anything stable, `lit` the share of lit windows (0 to 1), `storeys` when somebody knows them. */
export type StreetHouse = { seed: string; lit: number; storeys?: number | null };

export const streetSize = { width: 1200, height: 210 };
const ground = 196;
const walls = ['#d9b48f', '#c98f6b', '#e3cfae', '#b9543a', '#a9b3a0', '#d7a26a', '#c9b3a3', '#cfc2a8'];
const tiles = ['#7a3b2a', '#8c4630', '#6b3a2d', '#95503a', '#4f5a5c'];

/** How far each kind of roof rises above the wall. */
const peaks = [34, 25, 12, 46];

type House = { left: number; width: number; top: number; floors: number; roof: number; lit: number; random: () => number };
type Paths = Record<string, string>;

function housesOf(told: readonly StreetHouse[], rest: number): House[] {
	const houses: House[] = [];
	for (let left = 26, n = 0; left < streetSize.width - 90; n++) {
		const here = told[n];
		const random = chance(`${(here ?? told[n % Math.max(1, told.length)])?.seed ?? 'haus'} ${n}`);
		const width = 60 + Math.round(random() * 52);
		const any = 1 + Math.floor(random() * 2.7);
		const floors = Math.max(1, Math.min(4, here?.storeys ?? any));
		houses.push({ left, width, top: ground - floors * 29 - 10, floors, roof: Math.floor(random() * 4), lit: here?.lit ?? rest, random });
		left += width + 16 + Math.round(random() * 30);
	}
	return houses;
}

const add = (paths: Paths, paint: string, d: string) => (paths[paint] = (paths[paint] ?? '') + d);

function roofOf({ left, width, top, roof }: House): string {
	const [right, middle] = [left + width, left + width / 2];
	if (roof === 0) return poly([left - 5, top + 2], [middle, top - 34], [right + 5, top + 2]);
	if (roof === 1) return poly([left - 5, top + 1], [left + 12, top - 25], [right - 12, top - 25], [right + 5, top + 1]);
	if (roof === 2) return rect(left - 3, top - 6, width + 6, 7) + rect(left + 6, top - 12, 10, 7);
	return (
		poly([left - 5, top + 1], [left + 10, top - 20], [right - 10, top - 20], [right + 5, top + 1]) +
		poly([middle - 9, top - 19], [middle, top - 46], [middle + 9, top - 19])
	);
}

function drawHouse(house: House, { body, doors, dark, lit }: Record<'body' | 'doors' | 'dark' | 'lit', Paths>): void {
	const { left, width, top, floors, lit: share, random } = house;
	const pick = (colours: string[]) => colours[Math.floor(random() * colours.length)] ?? '#c98f6b';
	add(body, pick(walls), rect(left, top, width, ground - top));
	add(body, pick(tiles), roofOf(house));
	const columns = Math.max(2, Math.round(width / 27));
	const door = Math.floor(columns / 2);
	for (let floor = 0; floor < floors; floor++)
		for (let column = 0; column < columns; column++) {
			const x = left + ((column + 0.5) * width) / columns;
			const y = top + 9 + floor * 29;
			if (floor === floors - 1 && column === door) add(doors, 'door', rect(x - 6, ground - 22, 12, 22));
			else add(random() < share ? lit : dark, 'pane', rect(x - 5, y, 10, 14));
		}
}

const peak = ({ left, width, top, roof }: House): [number, number] => [left + width / 2, top - (peaks[roof] ?? 25) + 2];

/** Bulbs on a cord that hangs from roof to roof. */
function garland(houses: House[]): { cord: string; bulbs: string } {
	let [cord, bulbs] = ['', ''];
	for (const [i, house] of houses.entries()) {
		const next = houses[i + 1];
		if (!next) break;
		const [[x0, y0], [x1, y1]] = [peak(house), peak(next)];
		const [cx, cy] = [(x0 + x1) / 2, Math.max(y0, y1) + 26];
		cord += `M${x0} ${y0}Q${cx} ${cy} ${x1} ${y1}`;
		for (const t of [0.15, 0.33, 0.5, 0.67, 0.85]) {
			const at = (a: number, c: number, b: number) => (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t ** 2 * b;
			bulbs += circle(at(x0, cx, x1), at(y0, cy, y1) + 3, 2.6);
		}
	}
	return { cord, bulbs };
}

/** The told houses first, with their light; the street goes on with houses lit by `rest` until it ends. */
export function street(told: readonly StreetHouse[], rest = 0): string {
	const houses = housesOf(told, rest);
	const [body, doors, dark, lit] = [{} as Paths, {} as Paths, {} as Paths, {} as Paths];
	for (const house of houses) drawHouse(house, { body, doors, dark, lit });
	const { cord, bulbs } = garland(houses);
	const bodies = Object.entries(body).map(([paint, d]) => `<path fill="${paint}" d="${d}"/>`);
	const frame = 'stroke="var(--facade-frame,#f7f2e6)" stroke-width="1.3"';
	const { width, height } = streetSize;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" class="street" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMax slice" aria-hidden="true">` +
		`<path fill="var(--facade-hill)" opacity=".55" d="M0 150Q160 108 330 146Q500 176 690 138Q850 108 1010 146Q1110 164 1200 140V${height}H0z"/>` +
		`<g class="house">${bodies.join('')}<path fill="var(--moss)" d="${doors.door ?? ''}"/></g>` +
		(lit.pane ? `<path class="glow" fill="var(--facade-light)" opacity="var(--facade-glow,0)" d="${lit.pane}"/>` : '') +
		`<path fill="var(--facade-dark)" ${frame} d="${dark.pane ?? ''}"/><path fill="var(--facade-light)" ${frame} d="${lit.pane ?? ''}"/>` +
		`<path fill="none" stroke="var(--ink)" stroke-opacity=".45" d="${cord}"/><path class="glow" fill="var(--facade-light)" opacity="var(--facade-glow,0)" d="${bulbs}"/>` +
		`<path fill="var(--facade-light)" stroke="var(--warning)" stroke-width=".7" d="${bulbs}"/>` +
		`<path fill="var(--facade-street)" d="M0 ${ground}h${width}v${height - ground}H0z"/></svg>`
	);
}
