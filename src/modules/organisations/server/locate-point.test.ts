import { expect, test } from '#testing/world.ts';
import { locatePoint, locatePoints } from './locate-point.ts';

test.for([
	[53.0151, 13.9992, '12073008'],
	[51.69, 13.23, '12062224'],
	[52.52, 13.405, '11000000'],
	[53.87, 8.69, '03352011'],
	[51.78, 10.43, '03153504'],
	[47.697, 8.69, '08335015']
])('%d, %d lies in %s', async ([lat, lon, ags], { as }) => {
	expect(await locatePoint(as(null), { lat: lat as number, lon: lon as number })).toMatchObject({ ags });
});

test.for([
	[48.85, 2.35],
	[0, 0],
	[NaN, 13],
	[91, 13],
	[54.5, 12.9]
])('%d, %d lies in no municipality', async ([lat, lon], { as }) => {
	expect(await locatePoint(as(null), { lat: lat as number, lon: lon as number })).toBeNull();
});

test('a hole in the middle belongs to the one inside it: Bremerhaven is an island in Niedersachsen', async ({ as }) => {
	expect(await locatePoint(as(null), { lat: 53.54, lon: 8.59 })).toMatchObject({ ags: '04012000' });
	expect(await locatePoint(as(null), { lat: 53.47, lon: 8.64 })).not.toMatchObject({ ags: '04012000' });
});

test('a point on the water beside Arnis still belongs to Arnis', async ({ as }) => {
	expect(await locatePoint(as(null), { lat: 54.63056, lon: 9.93233 })).toMatchObject({ ags: '01059002' });
});

test('many points at once keep their order, and strangers stay null', async ({ as }) => {
	const found = await locatePoints(as(null), [
		{ lat: 0, lon: 0 },
		{ lat: 53.0151, lon: 13.9992 },
		{ lat: 52.52, lon: 13.405 }
	]);
	expect(found.map((f) => f?.ags ?? null)).toEqual([null, '12073008', '11000000']);
	expect(await locatePoints(as(null), [])).toEqual([]);
});
