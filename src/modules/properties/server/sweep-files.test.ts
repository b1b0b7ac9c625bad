import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { folderStore } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordHouse } from '#testing/houses.ts';
import { expect, test } from '#testing/world.ts';
import { attachMedia, keepUploads } from './add-media.ts';
import { dropRecordDraft, findRecordDraft, saveRecordStep } from './record-draft.ts';
import { sweepFiles } from './sweep-files.ts';

const photo = async () => ({
	name: 'haus.png',
	bytes: await sharp({ create: { width: 2000, height: 1200, channels: 3, background: '#533' } })
		.png()
		.toBuffer()
});

test('pictures of dropped drafts are swept after two days; those of houses, of drafts and of others stay', async ({ as }) => {
	const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-sweep-')));
	const keys = async () => {
		const all: string[] = [];
		for await (const key of store.keys()) all.push(key);
		return all.toSorted();
	};
	const ctx = as('ines');
	const later = (days: number): Ctx => ({ ...ctx, actor: null, now: new Date(Date.now() + days * 86_400_000) });
	const { id } = await recordHouse(ctx);
	await attachMedia(ctx, { id, files: await keepUploads(ctx, { store, uploads: [await photo()] }) });
	await store.put('imports/liste.csv', Buffer.from('a'), 'text/csv');
	const ofHouse = await keys();
	await saveRecordStep(ctx, { step: 'bild', typed: {}, store, uploads: [await photo()] });
	expect((await findRecordDraft(ctx)).files).toHaveLength(1);
	const withDraft = await keys();
	expect(withDraft.length, 'with its smaller copies').toBeGreaterThan(ofHouse.length + 1);

	expect(await sweepFiles(later(30), { store })).toBe(0);
	await dropRecordDraft(ctx);
	expect(await sweepFiles(later(1), { store }), 'it may be being written').toBe(0);
	expect(await sweepFiles(later(3), { store })).toBe(withDraft.length - ofHouse.length);
	expect(await keys()).toEqual(ofHouse);
});
