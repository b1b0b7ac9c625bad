import { openDb } from '#lib/server/db.ts';
import { cast } from '#testing/cast.ts';
import { inputOf, recordHouse } from '#testing/houses.ts';
import { expect, now, test } from '#testing/world.ts';
import { createProperty } from './create-property.ts';
import { findProperty } from './find-property.ts';
import { listProperties } from './list-properties.ts';
import { updateProperty } from './update-property.ts';

test('the clerk records for her town: counted on, recorded at once, source and Stand kept', async ({ as }) => {
	const ctx = as('ines');
	expect((await recordHouse(ctx)).reference).toBe('ANG-2026-0001');
	const { id, reference } = await recordHouse(ctx, { houseNumber: '4' });
	expect(reference).toBe('ANG-2026-0002');
	expect(await findProperty(ctx, id)).toMatchObject({
		lifecycleState: 'recorded',
		isMunicipal: true,
		ownerPersonId: null,
		addressKey: 'markt 4 16278',
		provenance: { address: { source: 'office', asOf: '2026-11-22' } }
	});
});

test('an owner reports her own building; it waits for the office and is never called municipal', async ({ as }) => {
	const { id } = await recordHouse(as('hanna'));
	expect(await findProperty(as('ines'), id)).toMatchObject({
		lifecycleState: 'reported',
		isMunicipal: false,
		ownerPersonId: cast.hanna.id
	});
});

test('others do not see it: not in the list, not by its id', async ({ as }) => {
	const { id } = await recordHouse(as('ines'));
	for (const who of ['friedrich', 'amira', 'oskar', null] as const) {
		await expect(findProperty(as(who), id)).rejects.toMatchObject({ status: 404 });
		expect((await listProperties(as(who))).total).toBe(0);
	}
	expect((await listProperties(as('renate'))).total).toBe(1);
	await expect(createProperty(as(null), { ags: '12073008', input: inputOf() })).rejects.toMatchObject({ status: 401 });
});

test('a title that nobody gave names the kind and the place, never the street', async ({ as }) => {
	const { id } = await recordHouse(as('ines'), { title: '' });
	expect((await findProperty(as('ines'), id)).title).toBe('Gasthof in Angermünde');
});

test('of two tabs the second is told, and nothing is lost', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx);
	expect(await updateProperty(ctx, { id, version: 1, input: inputOf({ summary: 'erste' }) })).toMatchObject({
		version: 2,
		summary: 'erste'
	});
	await expect(updateProperty(ctx, { id, version: 1, input: inputOf({ summary: 'zweite' }) })).rejects.toMatchObject({
		status: 409,
		code: 'changed-meanwhile'
	});
	expect((await findProperty(ctx, id)).summary).toBe('erste');
});

test('the list finds by word part, folded, and by reference', async ({ as }) => {
	const ctx = as('ines');
	await recordHouse(ctx, { title: 'Müllerhaus' });
	await recordHouse(ctx, { title: 'Scheune', street: 'Lindenallee', houseNumber: '9' });
	const found = async (q: string) => (await listProperties(ctx, { q })).items.map((item) => item.title);
	expect(await found('mueller')).toEqual(['Müllerhaus']);
	expect(await found('lindenallee 9')).toEqual(['Scheune']);
	expect(await found('ANG-2026-0001')).toEqual(['Müllerhaus']);
	expect(await found('100%')).toEqual([]);
});

test('ten at the same moment get ten different references', async ({ pool, as }) => {
	const db = openDb(pool);
	const ctx = { db, now, actor: cast.ines };
	const made = await Promise.all(Array.from({ length: 10 }, (_, i) => recordHouse(ctx, { houseNumber: String(i + 1) })));
	expect(new Set(made.map((house) => house.reference)).size).toBe(10);
	const ids = made.map((house) => house.id);
	await pool.query('delete from properties where id = any($1)', [ids]);
	await pool.query('delete from events where subject_id = any($1)', [ids]);
	expect((await listProperties(as('ines'))).total).toBe(0);
});
