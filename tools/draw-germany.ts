/** Writes src/lib/ui/germany.ts: the states as SVG paths of whole kilometres, drawn from reference/. Run after the boundaries change. */
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { boxOf, pathOf, simplify, type Point } from '../src/modules/organisations/drawing.ts';
import { height, project, width } from '../src/modules/organisations/germany.ts';

type Boundaries = Topology<{ municipalities: GeometryCollection<{ ags: string }> }>;
type Area = (Polygon | MultiPolygon) & { properties?: { ags: string } };

/** In kilometres: what a drawing of 400 pixels can show. */
const tolerance = 1.6;
const smallestIsland = 8;

const boundaries = JSON.parse(
	gunzipSync(readFileSync(new URL('../reference/boundaries.topo.json.gz', import.meta.url))).toString()
) as Boundaries;
const [sx = 1, sy = 1] = boundaries.transform?.scale ?? [];
const [tx = 0, ty = 0] = boundaries.transform?.translate ?? [];
const absolute = boundaries.arcs.map((arc) => {
	let [x, y] = [0, 0];
	return arc.map(([dx = 0, dy = 0]) => [...project((x += dx) * sx + tx, (y += dy) * sy + ty)]);
});
const paper = { type: 'Topology', arcs: absolute, objects: boundaries.objects } as Boundaries;

const states = new Map<string, Area[]>();
for (const area of paper.objects.municipalities.geometries as Area[]) {
	const code = (area.properties?.ags ?? '').slice(0, 2);
	states.set(code, [...(states.get(code) ?? []), area]);
}

const isLarge = (ring: Point[]): boolean => {
	const [x0, y0, x1, y1] = boxOf([ring]);
	return x1 - x0 + y1 - y0 > smallestIsland;
};
const paths = [...states].sort().map(([code, areas]) => {
	const rings = (merge(paper, areas).coordinates as unknown as Point[][][]).flat().filter(isLarge);
	return `\t'${code}': '${pathOf(
		rings.map((ring) => simplify(ring, tolerance)),
		true
	)}'`;
});

writeFileSync(
	new URL('../src/lib/ui/germany.ts', import.meta.url),
	`/** The states of Germany by their two digits, one unit a kilometre, as organisations/germany.ts projects. © GeoBasis-DE / BKG 2017 (Daten verändert). Made by tools/draw-germany.ts. */
export const germany = { width: ${width}, height: ${height} };

export const statePaths: Record<string, string> = {
${paths.join(',\n')}
};
`
);
