import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { partFiles, type PartKind } from '../../parts.ts';
import { kindOfRecording, recordingTypes, whyNotRecording } from '../../recording.ts';
import { profileFiles } from '../tables.ts';

export type Upload = { name: string; bytes: Uint8Array };
type Kept = { key: string; contentType: string; bytes: number; width: number | null; height: number | null };

async function storeRecording(store: Store, { name, bytes }: Upload): Promise<Kept> {
	const kind = kindOfRecording(bytes);
	const against = whyNotRecording(name, bytes);
	if (against || !kind) throw refused('upload-refused', against ?? `„${name}“ lässt sich nicht abspielen.`, 'file');
	const key = `profil/${newId()}.${kind}`;
	const { contentType } = recordingTypes[kind];
	await store.put(key, bytes, contentType);
	return { key, contentType, bytes: bytes.length, width: null, height: null };
}

async function storePhoto(store: Store, upload: Upload): Promise<Kept> {
	const isPdf = kindOfUpload(upload.bytes) === 'pdf';
	const against = isPdf
		? `„${upload.name}“ ist ein PDF. Hier gehört ein Bild hin (JPEG, PNG, WebP).`
		: whyNotUpload(upload.name, upload.bytes);
	if (against) throw refused('upload-refused', against, 'file');
	const { name: _, ...kept } = await storePicture(store, { folder: 'profil', ...upload });
	return kept;
}

/** Puts the file of a part into the store and writes down whose it is. Told by its bytes; 422 with a sentence when it may not come in. Returns its key. */
export async function keepFile(
	ctx: Ctx,
	{ organisationId, kind, store, upload }: { organisationId: string; kind: PartKind; store: Store; upload: Upload }
): Promise<string> {
	const kept = partFiles[kind]?.what === 'recording' ? await storeRecording(store, upload) : await storePhoto(store, upload);
	await ctx.db.insert(profileFiles).values({ ...kept, organisationId, createdAt: ctx.now, createdBy: ctx.actor?.id ?? null });
	return kept.key;
}
