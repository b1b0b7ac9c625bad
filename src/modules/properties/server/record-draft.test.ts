import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { folderStore } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordHouse } from '#testing/houses.ts';
import { expect, test } from '#testing/world.ts';
import { findNearby } from './find-nearby.ts';
import { findProperty } from './find-property.ts';
import { findWorkbench } from './find-workbench.ts';
import { locateHouse } from './locate-house.ts';
import { findRecordDraft, findRecordSummary, finishRecord, saveRecordStep } from './record-draft.ts';
import { publicationConsents } from './tables.ts';

const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-draft-')));
const answer = (ctx: Ctx, step: string, typed: Record<string, string | string[]>) =>
	saveRecordStep(ctx, { step, typed, store, uploads: [] });
const address = { street: 'Markt', houseNumber: '3', postalCode: '16278', city: 'Angermünde' };

async function answerAll(ctx: Ctx) {
	const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#333' } })
		.png()
		.toBuffer();
	await saveRecordStep(ctx, { step: 'bild', typed: {}, store, uploads: [{ name: 'haus.png', bytes }] });
	await answer(ctx, 'ort', address);
	await answer(ctx, 'lage', { lat: '53,0152', lon: '13,9991' });
	await answer(ctx, 'art', { propertyType: 'inn', vacancyDegree: 'full' });
	await answer(ctx, 'nutzung', { usesWanted: ['cafe'] });
}

test('one question at a time: every answer is kept, and at the end there is a house with its picture', async ({ as }) => {
	const ctx = as('ines');
	await answerAll(ctx);
	expect((await findRecordSummary(ctx, {})).place).toMatchObject({ town: 'Angermünde' });
	const { id } = await finishRecord(ctx, { anyway: false, office: true });
	expect(await findProperty(ctx, id)).toMatchObject({ propertyType: 'inn', lat: 53.0152, locationSource: 'pin', usesWanted: ['cafe'] });
	expect((await findWorkbench(ctx, id)).media).toMatchObject([{ contentType: 'image/webp', width: 40 }]);
	expect(await findRecordDraft(ctx)).toEqual({ typed: {}, files: [] });
});

test('an owner reports with the consent that was shown, and the town checks it', async ({ as, db }) => {
	await answerAll(as('hanna'));
	const { id } = await finishRecord(as('hanna'), { anyway: false, office: false });
	expect(await findProperty(as('ines'), id)).toMatchObject({ lifecycleState: 'reported', isMunicipal: false });
	expect(await db.select().from(publicationConsents)).toMatchObject([{ legalBasis: 'self_reported', scope: 'public_blurred' }]);
});

test('the same address, or a pin within 30 metres, is asked about before it is saved', async ({ as }) => {
	const ctx = as('ines');
	await recordHouse(ctx, { locationSource: 'pin' });
	await answerAll(ctx);
	expect((await findRecordSummary(ctx, {})).twins).toMatchObject([{ sameAddress: true, metres: 0 }]);
	await expect(finishRecord(ctx, { anyway: false, office: true })).rejects.toMatchObject({ code: 'duplicate' });
	await finishRecord(ctx, { anyway: true, office: true });
	const near = { ags: '12073008', lat: 53.0152 + 0.0002, lon: 13.9991 };
	expect(await findNearby(ctx, near)).toHaveLength(2);
	expect(await findNearby(ctx, { ...near, lat: 53.0152 + 0.0004 })).toEqual([]);
	expect(await findNearby(ctx, { ...near, locationSource: 'gazetteer' })).toEqual([]);
	expect(await findNearby(as('friedrich'), near)).toEqual([]);
});

test('address and pin that disagree are named, not mended', async ({ as }) => {
	const place = await locateHouse(as('ines'), { ...address, coordinates: '51,6933 13,2353' });
	expect(place).toMatchObject({ town: 'Herzberg (Elster)' });
	expect(place?.warnings.join()).toContain('widersprechen sich');
	const far = await locateHouse(as('ines'), { ...address, lat: '53,09', lon: '14,02' });
	expect(far?.warnings.join()).toMatch(/km auseinander|widersprechen/);
	expect((await locateHouse(as('ines'), address))?.warnings).toEqual([]);
});

test('coordinates nobody can read are said at their field; a house elsewhere is not the clerk’s', async ({ as }) => {
	const ctx = as('ines');
	await expect(answer(ctx, 'ort', { coordinates: 'hinter der Kirche' })).rejects.toMatchObject({ field: 'coordinates' });
	await expect(answer(ctx, 'ort', { street: ' ' })).rejects.toMatchObject({ field: 'street' });
	await answer(ctx, 'ort', { coordinates: '51,6933 13,2353' });
	await answer(ctx, 'art', { propertyType: 'inn' });
	await expect(finishRecord(ctx, { anyway: false, office: true })).rejects.toMatchObject({ code: 'elsewhere' });
});
