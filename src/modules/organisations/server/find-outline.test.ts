import { expect, test } from '#testing/world.ts';
import { outlines } from './reference-tables.ts';
import { findOutline } from './find-outline.ts';

test('a point lies in the outline of its municipality, as exactly as it was given', async ({ db, as }) => {
	const ags = '99999001';
	await db.insert(outlines).values({ level: 'municipality', code: ags, path: 'M0 0h9v9z', borders: '', box: [27000, 10000, 29000, 12500] });
	const drawn = await findOutline(as(null), { ags, lat: 53.0146, lon: 14.0017 });
	const [x = 0, y = 0] = drawn?.point ?? [];
	const [east = 0] = (await findOutline(as(null), { ags, lat: 53.0146, lon: 14.0165 }))?.point ?? [];
	expect(drawn).toMatchObject({ path: 'M0 0h9v9z', box: [27000, 10000, 29000, 12500], stepsPerMetre: 0.05 });
	expect([x > 27000 && x < 29000, y > 10000 && y < 12500]).toEqual([true, true]);
	expect((east - x) / (drawn?.stepsPerMetre ?? 1), 'a kilometre further east').toBeCloseTo(990, -2);
});

test('a hidden place has an outline and no point; an area without border has none', async ({ db, as }) => {
	const ags = '99999002';
	await db.insert(outlines).values({ level: 'municipality', code: ags, path: 'M0 0h9v9z', borders: '', box: [0, 0, 9, 9] });
	expect(await findOutline(as(null), { ags, lat: null, lon: null })).toMatchObject({ point: null });
	expect(await findOutline(as(null), { ags: '99999003', lat: 53, lon: 14 })).toBeNull();
});
