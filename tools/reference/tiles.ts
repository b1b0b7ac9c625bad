import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

type Area = { ags: string };
export type Boundaries = Topology<{ municipalities: GeometryCollection<Area> }>;
export type Town = { ags: string; name: string; population: number; lat: number; lon: number };

const folder = 'static/map';
const deepest = 9;

/** One layer of the tiles with the zooms at which it is drawn. */
type Layer = { name: string; from: number; to: number; index: GeoJSONVT };

const layer = (name: string, [from, to]: [number, number], features: GeoJSON.Feature[]): Layer => ({
	name,
	from,
	to,
	index: new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: 14, indexMaxZoom: deepest, tolerance: 4, extent: 4096, buffer: 64 })
});

const line = (geometry: GeoJSON.Geometry, level: string): GeoJSON.Feature => ({ type: 'Feature', geometry, properties: { level } });

const agsOf = (geometry: unknown) => (geometry as { properties: Area }).properties.ags;

function layers(boundaries: Boundaries, towns: Town[]): Layer[] {
	const all = boundaries.objects.municipalities;
	const byState = Map.groupBy(all.geometries, (g) => agsOf(g).slice(0, 2));
	const land = [...byState].map(([state, areas]): GeoJSON.Feature => ({
		type: 'Feature',
		geometry: merge(boundaries, areas as (Polygon | MultiPolygon)[]),
		properties: { state }
	}));
	const differ = (digits: number, same: number) => (a: unknown, b: unknown) =>
		agsOf(a).slice(0, digits) !== agsOf(b).slice(0, digits) && agsOf(a).slice(0, same) === agsOf(b).slice(0, same);
	const labels = towns.map(({ ags, name, population, lat, lon }): GeoJSON.Feature => ({
		type: 'Feature',
		geometry: { type: 'Point', coordinates: [lon, lat] },
		properties: { ags, name, population }
	}));
	const larger = (least: number) => labels.filter((l) => Number(l.properties?.population) >= least);
	return [
		layer('land', [0, deepest], land),
		layer('borders', [0, deepest], [
			line(mesh(boundaries, all, (a, b) => a === b), 'country'),
			line(mesh(boundaries, all, differ(2, 0)), 'state')
		]),
		layer('borders', [5, deepest], [line(mesh(boundaries, all, differ(5, 2)), 'district')]),
		layer('borders', [9, deepest], [line(mesh(boundaries, all, differ(8, 5)), 'municipality')]),
		layer('labels', [0, 5], larger(300_000)),
		layer('labels', [6, 6], larger(75_000)),
		layer('labels', [7, 7], larger(15_000)),
		layer('labels', [8, 8], larger(4_000)),
		layer('labels', [9, 9], labels)
	];
}

function tileOf(layers: Layer[], [z, x, y]: [number, number, number]): Uint8Array | null {
	const parts: Record<string, GeoJSONVTTile> = {};
	for (const { name, from, to, index } of layers) {
		const tile = z >= from && z <= to ? index.getTile(z, x, y) : null;
		if (!tile?.features.length) continue;
		const before = parts[name];
		parts[name] = before ? { ...tile, features: [...before.features, ...tile.features] } : tile;
	}
	return Object.keys(parts).length ? fromGeojsonVt(parts, { version: 2, extent: 4096 }) : null;
}

/** Web Mercator, the world as a square from 0 to 1: where Germany lies in it. */
const germany = { west: 0.516, east: 0.542, north: 0.3159, south: 0.3507 };

function* tilesOfGermany(): Generator<[number, number, number]> {
	for (let z = 4; z <= deepest; z++)
		for (let x = Math.floor(germany.west * 2 ** z); x <= germany.east * 2 ** z; x++)
			for (let y = Math.floor(germany.north * 2 ** z); y <= germany.south * 2 ** z; y++) yield [z, x, y];
}

/** Vector tiles of Germany for the offline map, `static/map/{z}/{x}/{y}.pbf`, zoom 4 to 9 (the map magnifies the last). */
export function writeTiles(boundaries: Boundaries, towns: Town[]): string[] {
	rmSync(folder, { recursive: true, force: true });
	const drawn = layers(boundaries, towns);
	const files: string[] = [];
	for (const [z, x, y] of tilesOfGermany()) {
		const tile = tileOf(drawn, [z, x, y]);
		if (!tile) continue;
		const file = `${folder}/${z}/${x}/${y}.pbf`;
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, tile);
		files.push(file);
	}
	return files;
}
