import { eq } from 'drizzle-orm';
import { cast, herzberg } from '#testing/cast.ts';
import { inputOf, recordHouse } from '#testing/houses.ts';
import { expect, test } from '#testing/world.ts';
import { findMoveDoubts } from './find-move-doubts.ts';
import { properties } from './tables.ts';
import { updateProperty } from './update-property.ts';

const inHerzberg = inputOf({ lat: '51,6933', lon: '13,2353' });

test('a pin across the border is asked about, and who looks after both towns hands the house over', async ({ as }) => {
	const { id } = await recordHouse(as('ines'));
	const doubts = await findMoveDoubts(as('renate'), { id, input: inHerzberg });
	expect(doubts?.elsewhere).toEqual({ ags: herzberg, town: 'Herzberg (Elster)', may: true });
	expect(doubts?.warnings.at(-1)).toContain('Das Haus steht damit in Herzberg (Elster), geführt wird es bei Angermünde.');
	const moved = await updateProperty(as('renate'), { id, version: 1, input: inHerzberg, ags: herzberg });
	expect(moved).toMatchObject({ ags: herzberg, reference: 'HER-2026-0001', lat: 51.6933 });
});

test('the clerk of one town is told who can help, and cannot hand it over alone', async ({ as }) => {
	const { id } = await recordHouse(as('ines'));
	const doubts = await findMoveDoubts(as('ines'), { id, input: inHerzberg });
	expect(doubts?.elsewhere?.may).toBe(false);
	expect(doubts?.warnings.at(-1)).toContain('hilft die Administration');
	await expect(updateProperty(as('ines'), { id, version: 1, input: inHerzberg, ags: herzberg })).rejects.toMatchObject({ status: 403 });
});

test('an owner may correct the town while only the office knows of the house', async ({ as, db }) => {
	const { id } = await recordHouse(as('ines'));
	const set = (state: 'reported' | 'recorded') =>
		db.update(properties).set({ ownerPersonId: cast.hanna.id, lifecycleState: state }).where(eq(properties.id, id));
	await set('recorded');
	expect((await findMoveDoubts(as('hanna'), { id, input: inHerzberg }))?.elsewhere?.may).toBe(false);
	await set('reported');
	const moved = await updateProperty(as('hanna'), { id, version: 1, input: inHerzberg, ags: herzberg });
	expect(moved.ags).toBe(herzberg);
});

test('nothing is handed over to a town in which the pin does not lie', async ({ as }) => {
	const { id } = await recordHouse(as('ines'));
	const here = inputOf({ summary: 'neu' });
	await expect(updateProperty(as('renate'), { id, version: 1, input: here, ags: herzberg })).rejects.toMatchObject({ code: 'elsewhere' });
});
