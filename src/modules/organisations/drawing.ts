export type Point = readonly [number, number];

/** How far a point lies from the line between two others, squared. */
function offset([px, py]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const dx = bx - ax;
	const dy = by - ay;
	const length = dx * dx + dy * dy;
	const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length));
	return (px - ax - t * dx) ** 2 + (py - ay - t * dy) ** 2;
}

/** Leaves out points that lie within `tolerance` of the line without them (Douglas and Peucker); both ends stay, so shared borders stay shared. */
export function simplify(line: readonly Point[], tolerance: number): Point[] {
	if (line.length < 3) return [...line];
	const keep = new Uint8Array(line.length);
	keep[0] = keep[line.length - 1] = 1;
	const open: [number, number][] = [[0, line.length - 1]];
	for (let span = open.pop(); span; span = open.pop()) {
		const [from, to] = span;
		let farthest = from;
		let worst = tolerance * tolerance;
		const closed = line[from]?.[0] === line[to]?.[0] && line[from]?.[1] === line[to]?.[1];
		for (let i = from + 1; i < to; i++) {
			const away = offset(line[i] as Point, line[from] as Point, line[to] as Point);
			if (away > worst || (closed && farthest === from && away > 0)) {
				worst = away;
				farthest = i;
			}
		}
		if (farthest === from) continue;
		keep[farthest] = 1;
		open.push([from, farthest], [farthest, to]);
	}
	return line.filter((_, i) => keep[i]);
}

/** An SVG path of whole numbers, each step relative to the one before: the shortest way to write a border. */
export function pathOf(lines: readonly (readonly Point[])[], closed: boolean): string {
	let path = '';
	for (const line of lines) {
		let [x, y] = [0, 0];
		let steps = '';
		for (const [i, [px, py]] of line.entries()) {
			const [nx, ny] = [Math.round(px), Math.round(py)];
			if (i === 0) steps = `M${nx} ${ny}l`;
			else if (nx !== x || ny !== y) steps += `${steps.endsWith('l') || nx - x < 0 ? '' : ' '}${nx - x}${ny - y < 0 ? '' : ' '}${ny - y}`;
			[x, y] = [nx, ny];
		}
		if (!steps.endsWith('l')) path += closed ? `${steps}z` : steps;
	}
	return path;
}

/** The smallest box around points: `[x0, y0, x1, y1]`. */
export function boxOf(lines: readonly (readonly Point[])[]): [number, number, number, number] {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const line of lines)
		for (const [x, y] of line) {
			box[0] = Math.min(box[0], x);
			box[1] = Math.min(box[1], y);
			box[2] = Math.max(box[2], x);
			box[3] = Math.max(box[3], y);
		}
	return box;
}
