import { PbfWriter } from 'pbf';

/** A point of a tile: degrees and what is known of it. */
export type TilePoint = { lon: number; lat: number; properties: Record<string, string | number> };
export type TileAddress = { z: number; x: number; y: number };

export const extent = 4096;

const mercatorX = (lon: number) => (lon + 180) / 360;
const mercatorY = (lat: number) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
const latOf = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

/** West, south, east, north of a tile in degrees. */
export function tileBounds({ z, x, y }: TileAddress): [number, number, number, number] {
	const n = 2 ** z;
	return [(x / n) * 360 - 180, latOf((y + 1) / n), ((x + 1) / n) * 360 - 180, latOf(y / n)];
}

const zigzag = (n: number) => (n << 1) ^ (n >> 31);

type Indexed = { keys: Map<string, number>; values: Map<string | number, number> };

function indexOf<T>(known: Map<T, number>, item: T): number {
	const index = known.get(item) ?? known.size;
	known.set(item, index);
	return index;
}

function writeFeature({ point, tile, indexed }: { point: TilePoint; tile: TileAddress; indexed: Indexed }, pbf: PbfWriter): void {
	const n = 2 ** tile.z;
	const px = Math.round((mercatorX(point.lon) * n - tile.x) * extent);
	const py = Math.round((mercatorY(point.lat) * n - tile.y) * extent);
	const tags = Object.entries(point.properties).flatMap(([key, value]) => [indexOf(indexed.keys, key), indexOf(indexed.values, value)]);
	pbf.writePackedVarint(2, tags);
	pbf.writeVarintField(3, 1);
	pbf.writePackedVarint(4, [9, zigzag(px), zigzag(py)]);
}

function writeValue(value: string | number, pbf: PbfWriter): void {
	if (typeof value === 'string') pbf.writeStringField(1, value);
	else if (Number.isInteger(value)) pbf.writeSVarintField(6, value);
	else pbf.writeDoubleField(3, value);
}

/** One layer of points as a Mapbox Vector Tile, version 2. */
export function writeTile(tile: TileAddress, { layer, points }: { layer: string; points: TilePoint[] }): Uint8Array {
	const pbf = new PbfWriter();
	const indexed: Indexed = { keys: new Map(), values: new Map() };
	pbf.writeMessage(
		3,
		(_: null, inner: PbfWriter) => {
			inner.writeStringField(1, layer);
			for (const point of points) inner.writeMessage(2, writeFeature, { point, tile, indexed });
			for (const key of indexed.keys.keys()) inner.writeStringField(3, key);
			for (const value of indexed.values.keys()) inner.writeMessage(4, writeValue, value);
			inner.writeVarintField(5, extent);
			inner.writeVarintField(15, 2);
		},
		null
	);
	return pbf.finish();
}
