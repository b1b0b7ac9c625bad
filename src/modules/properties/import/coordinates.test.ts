import fc from 'fast-check';
import proj4 from 'proj4';
import { expect, test } from 'vitest';
import { inGermany, readPair, readPoint, systemNamed } from './coordinates.ts';
import { systems } from './vocabulary-crs.ts';

/** The market square of Angermünde. */
const place = { lat: 53.0156, lon: 13.9996 };
const near = { lat: 53.01, lon: 14 };
const at = { lat: expect.closeTo(place.lat, 3), lon: expect.closeTo(place.lon, 3) };
const inSystem = (system: keyof typeof systems, lon: number = place.lon) =>
	proj4(systems.wgs84.definition, systems[system].definition, [lon, place.lat]).map((n) => Math.round(n!)) as [number, number];
/** A place each projected system is made for. */
const home: Partial<Record<keyof typeof systems, number>> = { utm32: 9.5, gk2: 6.9, gk3: 9.5, gk4: 12.1 };

test.for([
	'53,0156 13,9996',
	'53.0156, 13.9996',
	'53.0156,13.9996',
	'13,9996; 53,0156',
	'Latitude: 53.0156 Longitude: 13.9996',
	'Breite 53,0156 Länge 13,9996',
	'POINT(13.9996 53.0156)',
	'SRID=4326;POINT (13.9996 53.0156)',
	`53° 0' 56.16" N 13° 59' 58.56" E`,
	`53°0′56″N, 13°59′58″O`
])('"%s" is one point', (text) => expect(readPoint(text, { near })).toMatchObject(at));

test.for((Object.keys(systems) as (keyof typeof systems)[]).filter((id) => id !== 'wgs84'))(
	'%s is read, also with the columns swapped',
	(system) => {
		const lon = home[system] ?? place.lon;
		const [x, y] = inSystem(system, lon);
		const expected = { lat: expect.closeTo(place.lat, 3), lon: expect.closeTo(lon, 3), system };
		expect(readPair(x, y, { named: system, near })).toMatchObject({ ...expected, swapped: false });
		expect(readPair(y, x, { named: system, near })).toMatchObject({ ...expected, swapped: true });
	}
);

test('UTM with the zone in front of the easting needs no further word', () => {
	const [x, y] = inSystem('utm33');
	expect(readPair(33_000_000 + x, y)).toMatchObject({ ...at, system: 'utm33' });
});

test('a UTM easting without a zone is not guessed, but the municipality may decide', () => {
	const [x, y] = inSystem('utm33');
	expect(readPair(x, y)).toBe('not-understood');
	expect(readPair(x, y, { near })).toMatchObject({ ...at, system: 'utm33' });
});

test('swapped degrees are turned round and say so', () => {
	expect(readPair(place.lat, place.lon)).toMatchObject({ ...at, swapped: true });
});

test('the British grid is recognised and not understood', () => {
	expect(systemNamed('OSGB36')).toBeNull();
	expect(readPair(330941, 431694, { named: null })).toBe('not-understood');
	expect(readPair(330941, 431694)).toBe('not-understood');
});

test('a point in Worcester is outside, and nothing is bent to make it fit', () => {
	expect(readPair(-2.203305, 52.190268)).toBe('outside');
	expect(readPair(52.190268, -2.203305)).toBe('outside');
});

test('whatever two numbers come, a place found lies in Germany', () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true, min: -1e8, max: 1e8 }), fc.double({ noNaN: true, min: -1e8, max: 1e8 }), (a, b) => {
			const found = readPair(a, b, { near });
			expect(typeof found === 'string' || inGermany(found)).toBe(true);
		})
	);
});

test('whatever stands in the cell, the answer is a place or a reason', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 40, unit: fc.constantFrom(...`0123456789.,; °'"NEPOINT()-lat`.split('')) }), (text) => {
			const found = readPoint(text, { near });
			expect(typeof found === 'string' || inGermany(found)).toBe(true);
		})
	);
});
