import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { GeometryCollection, Topology } from 'topojson-specification';

import type { Boundaries } from './tiles.ts';

type Area = { ags: string };

/** The topology of all municipalities: their keys and arcs only (districts and states are their unions). */
export function writeBoundaries(folder: string): { file: string; topology: Boundaries } {
	const source = JSON.parse(readFileSync(join(folder, 'municipalities.topojson'), 'utf8')) as Topology<{ municipalities: GeometryCollection<Area> }>;
	const { arcs, transform } = source;
	const geometries = source.objects.municipalities.geometries.map((g) => ({ ...g, properties: { ags: (g.properties as Area).ags } }));
	const file = 'reference/boundaries.topo.json.gz';
	const topology: Boundaries = { type: 'Topology', transform, objects: { municipalities: { type: 'GeometryCollection', geometries } }, arcs };
	writeFileSync(file, gzipSync(JSON.stringify(topology), { level: 9 }));
	return { file, topology };
}
