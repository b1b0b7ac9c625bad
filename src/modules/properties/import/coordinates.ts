import proj4 from 'proj4';
import { systemNames, systems, type SystemId } from './vocabulary-crs.ts';

export type Point = { lat: number; lon: number };
export type Place = Point & {
	system: SystemId;
	/** The two numbers stood the other way round than their columns say. */
	swapped: boolean;
};
/** `not-understood`: a system that is not read here. `outside`: a point on earth, not in Germany. `unreadable`: no coordinates at all. */
export type NoPlace = 'not-understood' | 'outside' | 'unreadable';

/** Germany with a margin of some kilometres, in degrees. Latitudes and longitudes do not overlap, so a swap is certain. */
const germany = { south: 47.2, north: 55.15, west: 5.8, east: 15.1 };
export const inGermany = ({ lat, lon }: Point) => lat > germany.south && lat < germany.north && lon > germany.west && lon < germany.east;

const onEarth = (lat: number, lon: number) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

function project(system: SystemId, { x, y }: { x: number; y: number }): Point {
	const [lon, lat] = proj4(systems[system].definition, systems.wgs84.definition, [x, y]) as [number, number];
	return { lat: round(lat), lon: round(lon) };
}

/** @returns the system a text names, `null` for one that is not understood, `undefined` when it names none */
export function systemNamed(text: string): SystemId | null | undefined {
	return systemNames.find(([pattern]) => pattern.test(text))?.[1];
}

type Metres = { east: number; north: number };

/** Which projected systems two numbers can belong to: by the size of the easting, with the zone in front or without. */
function candidates({ east, north }: Metres): { system: SystemId; x: number; y: number }[] {
	if (north < 5_200_000 || north > 6_150_000) return [];
	if (east >= 32_200_000 && east < 33_000_000) return [{ system: 'utm32', x: east - 32_000_000, y: north }];
	if (east >= 33_200_000 && east < 34_000_000) return [{ system: 'utm33', x: east - 33_000_000, y: north }];
	if (east >= 2_300_000 && east < 5_700_000) return [{ system: `gk${Math.floor(east / 1e6)}` as SystemId, x: east, y: north }];
	if (east >= 200_000 && east < 950_000)
		return [
			{ system: 'utm32', x: east, y: north },
			{ system: 'utm33', x: east, y: north }
		];
	return [];
}

const distance = (a: Point, b: Point) => Math.hypot(a.lat - b.lat, (a.lon - b.lon) * 0.62);

type Hints = { named?: SystemId | null; near?: Point };

/**
 * Two numbers, `a` from the column of longitudes or eastings, `b` from that of latitudes or northings. Swaps are found against Germany;
 * of the UTM zones the named one counts, else the one nearer to the municipality.
 */
export function readPair(a: number, b: number, { named, near }: Hints = {}): Place | NoPlace {
	if (onEarth(b, a)) {
		const straight = { lat: round(b), lon: round(a) };
		const swapped = { lat: round(a), lon: round(b) };
		if (inGermany(straight)) return { ...straight, system: 'wgs84', swapped: false };
		if (inGermany(swapped)) return { ...swapped, system: 'wgs84', swapped: true };
		return named === null ? 'not-understood' : 'outside';
	}
	if (named === null) return 'not-understood';
	return readMetres({ east: a, north: b }, { named, near });
}

function readMetres(metres: Metres, { named, near }: Hints): Place | NoPlace {
	const read = (use: Metres, swapped: boolean) =>
		candidates(use)
			.map((c) => ({ ...project(c.system, c), system: c.system, swapped }))
			.filter(inGermany);
	const straight = read(metres, false);
	const found = straight.length ? straight : read({ east: metres.north, north: metres.east }, true);
	const [only] = found;
	if (!only) return 'not-understood';
	const byName = found.find((f) => f.system === named);
	if (byName) return byName;
	if (found.length === 1) return only;
	return near ? found.reduce((x, y) => (distance(y, near) < distance(x, near) ? y : x)) : 'not-understood';
}

const decimal = String.raw`-?\d{1,8}(?:[.,]\d+)?`;
const degrees = /(-?\d{1,3})\s*[°º]\s*(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|''))?\s*([NSEWO])?/gi;
const number = (text = '') => Number(text.replace(',', '.'));

function fromDegrees(text: string): [number, number] | null {
	const found = [...text.matchAll(degrees)].map(([, d, m, s, side = '']) => ({
		value: (number(d) + number(m) / 60 + number(s ?? '0') / 3600) * (/[SW]/i.test(side) ? -1 : 1),
		side: side.toUpperCase()
	}));
	const [first, second] = found;
	if (!first || !second) return null;
	return /[NS]/.test(first.side) || !/[EWO]/.test(first.side) ? [second.value, first.value] : [first.value, second.value];
}

/** The two numbers of one cell as [lon or east, lat or north], in the order the cell gives or names them. */
function pairIn(text: string): [number, number] | null {
	const wkt = new RegExp(String.raw`POINT\s*Z?\s*\(\s*(${decimal})[\s,]+(${decimal})`, 'i').exec(text);
	if (wkt) return [number(wkt[1]), number(wkt[2])];
	const dms = fromDegrees(text);
	if (dms) return dms;
	const lat = new RegExp(String.raw`(?:lat(?:itude)?|breite(?:ngrad)?|nord|\bn\b|hochwert|\by\b)\D{0,4}?(${decimal})`, 'i').exec(text);
	const lon = new RegExp(
		String.raw`(?:lon(?:g|gitude)?|lng|länge(?:ngrad)?|laenge|ost|\be\b|rechtswert|\bx\b)\D{0,4}?(${decimal})`,
		'i'
	).exec(text);
	if (lat && lon) return [number(lon[1]), number(lat[1])];
	const two = new RegExp(String.raw`^\D*?(${decimal})(?:\s*[;/|]\s*|,\s+|\s+|,)(${decimal})\D*$`).exec(text.replace(/[°º]/g, ' ').trim());
	return two ? [number(two[2]), number(two[1])] : null;
}

/** Coordinates in one cell: "52,96 13,99", "Latitude: … Longitude: …", degrees with minutes, WKT POINT, UTM and Gauß-Krüger pairs. */
export function readPoint(text: string, hints: Hints = {}): Place | NoPlace {
	const pair = pairIn(text.replace(/(epsg|srid)\D{0,3}\d{4,5}/i, ' '));
	if (!pair || pair.some((n) => !Number.isFinite(n))) return 'unreadable';
	const place = readPair(pair[0], pair[1], { ...hints, named: hints.named === undefined ? systemNamed(text) : hints.named });
	return typeof place === 'string' ? place : { ...place, swapped: place.swapped && /lat|point|breite/i.test(text) };
}
