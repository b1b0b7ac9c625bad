import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metresBetween } from '#lib/distance.ts';
import { publicPoint, type Blurred } from './blur.ts';

const place = fc.record({
	lat: fc.double({ min: 47.3, max: 55, noNaN: true }),
	lon: fc.double({ min: 5.9, max: 15, noNaN: true }),
	id: fc.uuid()
});
const centre = { lat: 53.01, lon: 14 };
const seen = (o: Partial<Blurred>) => publicPoint({ lat: 53, lon: 14, precision: 'street', id: 'haus', secret: 's', centre, ...o });

test('a house never stands where it is shown, and never far from it', () => {
	fc.assert(
		fc.property(place, ({ lat, lon, id }) => {
			const street = metresBetween({ lat, lon }, seen({ lat, lon, id, precision: 'street' })!);
			const district = metresBetween({ lat, lon }, seen({ lat, lon, id, precision: 'district' })!);
			expect(street).toBeGreaterThan(48);
			expect(street).toBeLessThan(103);
			expect(district).toBeGreaterThan(97);
			expect(district).toBeLessThan(506);
		})
	);
});

test('asking again gives the same point: averaging teaches nothing', () => {
	fc.assert(
		fc.property(place, (p) => {
			expect(seen(p)).toEqual(seen({ ...p }));
		})
	);
});

test('without the secret of the installation the offset cannot be computed', () => {
	fc.assert(
		fc.property(place, fc.string({ minLength: 8 }), (p, guess) => {
			fc.pre(guess !== 'secret');
			const shown = seen({ ...p, secret: 'secret' })!;
			const guessed = seen({ ...p, secret: guess })!;
			const back = { lat: p.lat + shown.lat - guessed.lat, lon: p.lon + shown.lon - guessed.lon };
			expect(metresBetween(back, p)).toBeGreaterThan(0.5);
		})
	);
});

test('two houses at one place are moved differently, in all directions alike', () => {
	const points = Array.from({ length: 400 }, (_, i) => seen({ id: `haus-${i}` })!);
	expect(new Set(points.map((p) => `${p.lat} ${p.lon}`)).size).toBeGreaterThan(390);
	const quarters = [0, 0, 0, 0];
	for (const p of points) quarters[(p.lat > 53 ? 1 : 0) + (p.lon > 14 ? 2 : 0)]!++;
	for (const count of quarters) expect(count).toBeGreaterThan(60);
});

test('the municipality shows its middle, hidden shows nothing, unknown stays unknown', () => {
	expect(seen({ precision: 'municipality' })).toEqual(centre);
	expect(seen({ precision: 'hidden' })).toBeNull();
	expect(seen({ lat: null })).toBeNull();
	expect(seen({ precision: 'municipality', centre: null })).toBeNull();
	expect(seen({ precision: 'exact', lat: 53.123456789 })).toEqual({ lat: 53.12346, lon: 14 });
});
