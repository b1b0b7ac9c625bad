import { createHash } from 'node:crypto';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import type { Store } from '#lib/server/store.ts';
import { plainName } from '#modules/concepts/file-kind.ts';
import { storePicture } from '#lib/server/store-picture.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';

export type Upload = { name: string; bytes: Uint8Array };
export const fileFolder = 'vorpruefung';

/** Keeps a PDF as it is and draws a picture afresh. Throws 422 in words. */
export async function storeUpload(store: Store, upload: Upload | undefined) {
	if (!upload) throw refused('no-file', 'Bitte eine Datei auswählen.', 'file');
	const against = whyNotUpload(upload.name, upload.bytes);
	if (against) throw refused('upload-refused', against, 'file');
	const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
	const name = plainName(upload.name);
	if (kindOfUpload(upload.bytes) !== 'pdf') {
		const { key, contentType, bytes } = await storePicture(store, { folder: fileFolder, ...upload });
		return { key, contentType, bytes, name, sha256 };
	}
	const key = `${fileFolder}/${newId()}.pdf`;
	await store.put(key, upload.bytes, 'application/pdf');
	return { key, contentType: 'application/pdf', bytes: upload.bytes.length, name, sha256 };
}
