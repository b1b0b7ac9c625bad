import { eq, max } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { storePicture, type Stored } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { kindOfUpload, uploadLimits, whyNotUpload } from '#lib/upload.ts';
import { forbidden, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayEdit } from '../policy.ts';
import { findProperty } from './find-property.ts';
import { media } from './tables.ts';
import { afterChange } from './update-property.ts';

export type Upload = { name: string; bytes: Uint8Array };

/** Checks an upload by its bytes and puts it into the store: pictures drawn afresh, plans as they are. Throws 422 with the name of the file. */
async function storeUpload(store: Store, { name, bytes }: Upload): Promise<Stored> {
	const against = whyNotUpload(name, bytes);
	if (against) throw refused('upload-refused', against, 'files');
	if (kindOfUpload(bytes) === 'pdf') {
		const key = `media/${newId()}.pdf`;
		await store.put(key, bytes, 'application/pdf');
		return { key, contentType: 'application/pdf', bytes: bytes.length, width: null, height: null, name };
	}
	return storePicture(store, { folder: 'media', name, bytes });
}

/** Stores uploads for something that is not recorded yet. */
export async function keepUploads(ctx: Ctx, { store, uploads }: { store: Store; uploads: Upload[] }): Promise<Stored[]> {
	if (!ctx.actor) throw forbidden();
	if (uploads.length > uploadLimits.atOnce)
		throw refused('too-many', `Bitte höchstens ${uploadLimits.atOnce} Dateien auf einmal.`, 'files');
	const stored: Stored[] = [];
	for (const upload of uploads) stored.push(await storeUpload(store, upload));
	return stored;
}

type Attached = { id: string; files: Stored[]; /** Nobody outside sees the pictures either. */ isInternal?: boolean };

/** Gives stored files to a house, in their order; pictures without a description are not shown to the public yet. */
export async function attachMedia(ctx: Ctx, { id, files, isInternal = false }: Attached): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!mayEdit(ctx.actor, property)) throw forbidden();
	if (!files.length) return;
	await ctx.db.transaction(async (db) => {
		const had = await db.$count(media, eq(media.propertyId, id));
		if (had + files.length > uploadLimits.perHouse)
			throw refused('too-many', `Ein Haus fasst ${uploadLimits.perHouse} Bilder und Pläne. Bitte zuerst andere löschen.`, 'files');
		const [last] = await db
			.select({ position: max(media.position) })
			.from(media)
			.where(eq(media.propertyId, id));
		await db.insert(media).values(
			files.map(({ name, ...file }, i) => ({
				...file,
				id: newId(),
				propertyId: id,
				kind: file.width === null ? ('plan' as const) : ('outside' as const),
				caption: file.width === null ? name.replace(/\.pdf$/i, '').slice(0, 120) : null,
				visibility: isInternal || file.width === null ? ('office' as const) : ('public' as const),
				position: (last?.position ?? 0) + 1 + i,
				createdAt: ctx.now,
				createdBy: ctx.actor?.id
			}))
		);
		await afterChange({ ...ctx, db }, property);
	});
}

/** Uploads pictures and plans to a house. Throws 422 naming the first file that cannot come in; then none does. */
export async function addMedia(ctx: Ctx, { id, store, uploads }: { id: string; store: Store; uploads: Upload[] }): Promise<void> {
	const property = await findProperty(ctx, id);
	if (!mayEdit(ctx.actor, property)) throw forbidden();
	await attachMedia(ctx, { id, files: await keepUploads(ctx, { store, uploads }) });
}
