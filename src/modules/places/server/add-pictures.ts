import { eq, max } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayEditPlace } from '../policy.ts';
import { placeFor } from './internal/place-for.ts';
import { placePictures } from './tables.ts';

const most = 24;
type Upload = { name: string; bytes: Uint8Array };

/** Adds pictures at the end of the gallery, drawn afresh without what the camera noted. Shown only with description and credit, after publishing. */
export async function addPictures(ctx: Ctx, { id, store, uploads }: { id: string; store: Store; uploads: Upload[] }): Promise<void> {
	await placeFor(ctx, id, mayEditPlace);
	if (!uploads.length) throw refused('no-file', 'Bitte mindestens ein Bild auswählen.', 'files');
	const had = await ctx.db.$count(placePictures, eq(placePictures.placeId, id));
	if (had + uploads.length > most)
		throw refused('too-many', `Ein Ort zeigt höchstens ${most} Bilder. Bitte zuerst andere löschen.`, 'files');
	for (const { name, bytes } of uploads) {
		const against = whyNotUpload(name, bytes) ?? (kindOfUpload(bytes) === 'pdf' ? `„${name}“ ist kein Bild.` : null);
		if (against) throw refused('upload-refused', against, 'files');
	}
	const stored: { key: string; width: number; height: number }[] = [];
	for (const upload of uploads) {
		const { key, width, height } = await storePicture(store, { folder: 'places', ...upload });
		stored.push({ key, width: width ?? 0, height: height ?? 0 });
	}
	await ctx.db.transaction(async (db) => {
		const [last] = await db
			.select({ position: max(placePictures.position) })
			.from(placePictures)
			.where(eq(placePictures.placeId, id));
		const stamp = { placeId: id, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now };
		await db
			.insert(placePictures)
			.values(stored.map((file, i) => ({ id: newId(), ...file, ...stamp, position: (last?.position ?? 0) + 1 + i })));
	});
}
