import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawingOf, paperDrawing } from './drawing.ts';
import { detour, measure, minutesText, mostStops, shortestOrder, wayText, type Spot } from './route.ts';

const near = { lat: fc.double({ min: 52.9, max: 53.1, noNaN: true }), lon: fc.double({ min: 13.9, max: 14.1, noNaN: true }) };
const spot: fc.Arbitrary<Spot> = fc.oneof(
	{ weight: 5, arbitrary: fc.record<Spot>(near) },
	{ weight: 1, arbitrary: fc.constant<Spot>({ lat: null, lon: null }) }
);
const inOrder = (spots: readonly Spot[], order: readonly number[]) => order.map((n) => spots[n] as Spot);

test('the proposed order holds every stop once, begins where people meet, and is never longer than the typed one', () => {
	fc.assert(
		fc.property(fc.array(spot, { maxLength: 9 }), (spots) => {
			const order = shortestOrder(spots);
			expect([...order].sort((a, b) => a - b)).toEqual(spots.map((_, n) => n));
			if (spots.length) expect(order[0]).toBe(0);
			expect(measure(inOrder(spots, order)).metres).toBeLessThanOrEqual(measure(spots).metres + 1e-6);
		})
	);
});

const orders = (rest: readonly number[]): number[][] =>
	rest.length ? rest.flatMap((n) => orders(rest.filter((m) => m !== n)).map((tail) => [n, ...tail])) : [[]];

test('no other order that begins there is shorter: tried one by one', () => {
	fc.assert(
		fc.property(fc.array(fc.record<Spot>(near), { minLength: 3, maxLength: 6 }), (spots) => {
			const best = Math.min(...orders(spots.map((_, n) => n).slice(1)).map((tail) => measure(inOrder(spots, [0, ...tail])).metres));
			expect(measure(inOrder(spots, shortestOrder(spots))).metres).toBeLessThanOrEqual(best + 1.1);
		}),
		{ numRuns: 40 }
	);
});

test('twelve stops in a row, mixed up, come out in a row; thirteen are left as they are', () => {
	const row = Array.from({ length: mostStops }, (_, n) => ({ lat: 53 + n * 0.001, lon: 14 }));
	const mixed = [0, 7, 3, 11, 1, 9, 5, 2, 10, 4, 8, 6].map((n) => row[n] as Spot);
	expect(inOrder(mixed, shortestOrder(mixed))).toEqual(row);
	const many = [...mixed, { lat: 53.0005, lon: 14 }];
	expect(shortestOrder(many)).toEqual(many.map((_, n) => n));
});

test('a way is as long as the straight line and three tenths, and what has no place is counted as unknown', () => {
	const way = measure([
		{ lat: 53, lon: 14 },
		{ lat: null, lon: null },
		{ lat: 53.009, lon: 14 }
	]);
	expect(way.metres).toBeGreaterThan(1000 * detour);
	expect(way.metres).toBeLessThan(1002 * detour);
	expect(way.unknown).toBe(1);
	expect([wayText(12), wayText(820), wayText(1849)]).toEqual(['etwa 50 m', 'etwa 800 m', 'etwa 1,8 km']);
	expect([minutesText(1), minutesText(62), minutesText(127)]).toEqual(['5 Minuten', 'eine Stunde', '2 Stunden 5 Minuten']);
});

test('the drawing keeps every stop inside, wherever they lie, and says nothing but numbers', () => {
	fc.assert(
		fc.property(fc.array(fc.record(near), { minLength: 1, maxLength: 12 }), (points) => {
			const drawing = drawingOf(points.map((point, i) => ({ n: i + 1, ...point, radius: 0 })));
			for (const { x, y } of drawing?.stops ?? []) {
				expect(x).toBeGreaterThanOrEqual(15);
				expect(x).toBeLessThanOrEqual((drawing?.width ?? 0) - 15);
				expect(y).toBeGreaterThanOrEqual(15);
				expect(y).toBeLessThanOrEqual((drawing?.height ?? 0) - 15);
			}
			expect(drawing && paperDrawing(drawing)).not.toMatch(/NaN|undefined|Infinity/);
		})
	);
	expect(drawingOf([])).toBeNull();
});
