import { plantSpace } from '#testing/spaces.ts';
import { expect, test } from '#testing/world.ts';
import { listHouseLights } from './list-house-lights.ts';

test('the map shows a light for each published house, and none for a house whose place is hidden', async ({ db, as }) => {
	await plantSpace(db, { lat: 53.01, lon: 14, lit: 35 });
	await plantSpace(db, { lat: null, lon: null, precision: 'hidden', lit: 100 });
	expect(await listHouseLights(as(null))).toEqual([{ lat: 53.01, lon: 14, lit: 35 }]);
});
