import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { folderStore } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordHouse } from '#testing/houses.ts';
import { expect, test } from '#testing/world.ts';
import { whyNotUpload } from '#lib/upload.ts';
import { addMedia } from './add-media.ts';
import { changeMedia, moveMedia, removeMedia } from './change-media.ts';
import { findMediaFile } from './find-media-file.ts';
import { findWorkbench } from './find-workbench.ts';
import { publishSpace } from './publish-space.ts';
import { spaces } from './tables.ts';

const store = folderStore(mkdtempSync(join(tmpdir(), 'gr-media-')));
const gps = { GPSLatitudeRef: 'N', GPSLatitude: '53/1 0/1 54/1', GPSLongitudeRef: 'E', GPSLongitude: '13/1 59/1 56/1' };
const photo = (width = 1600, height = 900) =>
	sharp({ create: { width, height, channels: 3, background: '#a94' } })
		.withExif({ IFD0: { Make: 'Spionagekamera', Copyright: 'Ines' }, IFD3: gps })
		.jpeg()
		.toBuffer();
const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF');
const add = async (ctx: Ctx, id: string, uploads: { name: string; bytes: Uint8Array }[]) => addMedia(ctx, { id, store, uploads });
const described = { kind: 'outside', alt: 'Der Gasthof von der Straße', visibility: 'public' } as const;

test('a photograph with its place in it comes out without any metadata, in three widths', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx);
	const bytes = await photo(2400, 1350);
	expect(Buffer.from(bytes).includes('Spionagekamera')).toBe(true);
	expect((await sharp(bytes).metadata()).exif).toBeDefined();
	await add(ctx, id, [{ name: 'IMG_1.JPG', bytes }]);
	const { media } = await findWorkbench(ctx, id);
	expect(media).toMatchObject([{ contentType: 'image/webp', width: 1920, height: 1080, alt: null, visibility: 'public' }]);
	for (const name of ['', '-1280', '-640']) {
		const file = Buffer.from((await store.get(media[0]!.key.replace('.webp', `${name}.webp`)))!);
		const { exif, xmp, iptc, format } = await sharp(file).metadata();
		expect({ exif, xmp, iptc, format }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, format: 'webp' });
		for (const trace of ['Spionagekamera', 'Exif', 'EXIF', 'GPS', 'XMP ']) expect(file.includes(trace), trace).toBe(false);
	}
});

test.for([
	['leer.jpg', new Uint8Array(), 'ist leer'],
	['brief.pdf', new TextEncoder().encode('%PDF-1.7 abgeschnitten'), 'weder ein Bild'],
	['seite.jpg', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'weder ein Bild'],
	['handy.heic', new TextEncoder().encode('\0\0\0\x18ftypheic\0\0\0\0'), 'HEIC']
] as const)('%s is refused with its name and what to do', ([name, bytes, sentence]) => {
	expect(whyNotUpload(name, bytes)).toContain(sentence);
	expect(whyNotUpload(name, bytes)).toContain(name);
});

test('bytes that only begin like a picture change nothing', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx);
	const broken = (await photo()).subarray(0, 400);
	await expect(add(ctx, id, [{ name: 'kaputt.jpg', bytes: broken }])).rejects.toMatchObject({ status: 422, field: 'files' });
	expect((await findWorkbench(ctx, id)).media).toEqual([]);
});

test('nobody outside sees a file before its house is published and the picture described', async ({ as, db }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx);
	await add(ctx, id, [
		{ name: 'haus.jpg', bytes: await photo() },
		{ name: 'Grundriss.pdf', bytes: pdf }
	]);
	const { media } = await findWorkbench(ctx, id);
	const [picture, plan] = media;
	const name = picture!.key.replace('media/', '');
	await expect(findMediaFile(as(null), name)).rejects.toMatchObject({ status: 404 });
	await expect(findMediaFile(as('friedrich'), name)).rejects.toMatchObject({ status: 404 });
	expect(await findMediaFile(ctx, name)).toMatchObject({ isPublic: false });
	await expect(publishSpace(ctx, { id, precision: 'district' })).rejects.toMatchObject({ code: 'alt-missing' });
	await changeMedia(ctx, { id, mediaId: picture!.id, input: described });
	await publishSpace(ctx, { id, precision: 'district' });
	expect(await findMediaFile(as(null), name.replace('.webp', '-640.webp'))).toMatchObject({ isPublic: true, contentType: 'image/webp' });
	await expect(findMediaFile(as(null), plan!.key.replace('media/', ''))).rejects.toMatchObject({ status: 404 });
	expect(await db.select({ picture: spaces.picture, documents: spaces.documents }).from(spaces)).toMatchObject([
		{ picture: { key: picture!.key, alt: described.alt, width: 1600 }, documents: [] }
	]);
});

test.for(['../secrets.webp', 'x.webp', '00000000-0000-4000-8000-000000000000.webp', '00000000-0000-4000-8000-000000000000-99.webp'])(
	'%s is no file',
	async (name, { as }) => {
		await expect(findMediaFile(as('renate'), name)).rejects.toMatchObject({ status: 404 });
	}
);

test('the order can be changed, and a deleted picture is gone from the store', async ({ as }) => {
	const ctx = as('ines');
	const { id } = await recordHouse(ctx);
	await add(ctx, id, [
		{ name: 'a.jpg', bytes: await photo(700, 400) },
		{ name: 'b.jpg', bytes: await photo(300, 200) }
	]);
	const [a, b] = (await findWorkbench(ctx, id)).media;
	await moveMedia(ctx, { id, mediaId: b!.id, by: -1 });
	expect((await findWorkbench(ctx, id)).media.map((file) => file.id)).toEqual([b!.id, a!.id]);
	await removeMedia(ctx, { id, mediaId: a!.id, store });
	expect(await store.get(a!.key)).toBeNull();
	expect(await store.get(a!.key.replace('.webp', '-640.webp'))).toBeNull();
	await expect(removeMedia(as('friedrich'), { id, mediaId: b!.id, store })).rejects.toMatchObject({ status: 404 });
});
