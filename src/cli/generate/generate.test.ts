import { expect, test } from '#testing/world.ts';
import { inventGroup } from './groups.ts';
import { inventHouse } from './houses.ts';
import { loadTowns, townDrawer } from './places.ts';
import { chance } from './random.ts';
import { starHouses } from './star-houses.ts';

const now = new Date('2026-11-22T10:00:00Z');

test('the same seed invents the same houses and groups', async ({ pool }) => {
	const towns = await loadTowns(pool);
	const invent = (seed: number) => {
		const random = chance(seed);
		const draw = townDrawer(towns, random);
		return Array.from({ length: 20 }, (_, i) => [inventHouse(draw(), i, { random, now }), inventGroup(draw(), i, { random, now })]);
	};
	expect(invent(5)).toEqual(invent(5));
	expect(invent(5)).not.toEqual(invent(6));
});

test('houses stand where more stand empty: a small town with many empty dwellings is drawn more often than a full one', async ({
	pool
}) => {
	const towns = await loadTowns(pool);
	const weightOf = (ags: string) => towns.find((t) => t.ags === ags)?.weight ?? 0;
	expect(weightOf('09479169')).toBeGreaterThan(weightOf('09184119'));
});

test('an invented house lies near the place it names', async ({ pool }) => {
	const towns = await loadTowns(pool);
	const random = chance(1);
	const [town] = towns;
	if (!town) throw new Error('no towns');
	const { property } = inventHouse({ ...town, spots: [] }, 1, { random, now });
	expect(Math.abs((property.lat ?? 0) - town.lat)).toBeLessThan(0.01);
	expect(Math.abs((property.lon ?? 0) - town.lon)).toBeLessThan(0.01);
});

test('every invented thing says that it is invented', async ({ pool }) => {
	const [town] = await loadTowns(pool);
	if (!town) throw new Error('no towns');
	const random = chance(1);
	const house = inventHouse(town, 1, { random, now });
	const group = inventGroup(town, 1, { random, now });
	expect([house.property.isDemo, group.profile.isDemo, group.request.isDemo]).toEqual([true, true, true]);
	expect(starHouses(now).every((h) => h.property.isDemo)).toBe(true);
});
