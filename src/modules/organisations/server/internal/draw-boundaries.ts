import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { boxOf, pathOf, simplify, type Point } from '../../drawing.ts';
import { project, stepsPerKilometre } from '../../germany.ts';

export type Boundaries = Topology<{ municipalities: GeometryCollection<{ ags: string }> }>;

type Area = (Polygon | MultiPolygon) & { properties?: { ags: string } };
type Drawing = [level: 'district' | 'municipality', code: string, path: string, borders: string, box: string];

/** Borders are drawn to this many steps of the grid: 120 m, less than a pixel of any of our pictures. */
const tolerance = 6;

const ringsOf = (geometry: GeoJSON.Geometry): Point[][] =>
	geometry.type === 'Polygon'
		? (geometry.coordinates as unknown as Point[][])
		: geometry.type === 'MultiPolygon'
			? (geometry.coordinates as unknown as Point[][][]).flat()
			: [];

/** `[ags, ring]` for every ring of every municipality, as PostgreSQL writes a polygon: `((lon,lat),…)`. */
export function* boundaryRows(boundaries: Boundaries): Generator<[string, string]> {
	for (const { geometry, properties } of feature(boundaries, boundaries.objects.municipalities).features)
		for (const ring of ringsOf(geometry))
			yield [properties.ags, `(${ring.slice(0, -1).map(([lon, lat]) => `(${lon.toFixed(5)},${lat.toFixed(5)})`)})`];
}

/** The same topology on the grid of our drawings, with fewer points; neighbours still share their border. */
function onPaper({ arcs, transform, objects }: Boundaries): Boundaries {
	const [sx, sy] = transform?.scale ?? [1, 1];
	const [tx, ty] = transform?.translate ?? [0, 0];
	const drawn = arcs.map((arc) => {
		let [x, y] = [0, 0];
		const line = arc.map(([dx = 0, dy = 0]): Point => {
			x += dx;
			y += dy;
			const [px, py] = project(x * sx + tx, y * sy + ty);
			return [Math.round(px * stepsPerKilometre), Math.round(py * stepsPerKilometre)];
		});
		return simplify(line, tolerance).map((p) => [...p]);
	});
	return { type: 'Topology', arcs: drawn, objects };
}

const box = (rings: Point[][]) => `{${boxOf(rings)}}`;

/** Every municipality, and every district with the borders of its municipalities. */
export function* outlineRows(boundaries: Boundaries): Generator<Drawing> {
	const paper = onPaper(boundaries);
	const districts = new Map<string, Area[]>();
	for (const area of paper.objects.municipalities.geometries as Area[]) {
		const ags = area.properties?.ags ?? '';
		const code = ags.slice(0, 5);
		districts.set(code, [...(districts.get(code) ?? []), area]);
		const rings = ringsOf(feature(paper, area as Polygon).geometry);
		yield ['municipality', ags, pathOf(rings, true), '', box(rings)];
	}
	for (const [code, areas] of districts) {
		const rings = ringsOf(merge(paper, areas));
		const inside = mesh(paper, { type: 'GeometryCollection', geometries: areas }, (a, b) => a !== b);
		yield ['district', code, pathOf(rings, true), pathOf(inside.coordinates as unknown as Point[][], false), box(rings)];
	}
}
