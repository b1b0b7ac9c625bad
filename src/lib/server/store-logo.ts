import { refused } from '#lib/refusal.ts';
import { kindOfUpload, whyNotUpload } from '#lib/upload.ts';
import { storePicture } from './store-picture.ts';
import type { Store } from './store.ts';

const folder = 'logo';
const mostBytes = 5_000_000;

/** Draws a logo afresh and keeps it under `logo/`; transparent parts stay so. Returns its key. Throws 422 naming the file. */
export async function storeLogo(store: Store, upload: { name: string; bytes: Uint8Array } | undefined): Promise<string> {
	if (!upload) throw refused('no-file', 'Bitte ein Bild wählen: PNG, JPEG oder WebP.', 'logo');
	const { name, bytes } = upload;
	const why =
		kindOfUpload(bytes) === 'pdf'
			? `„${name}“ ist ein PDF. Bitte als PNG, JPEG oder WebP sichern.`
			: bytes.length > mostBytes
				? `„${name}“ ist größer als 5 MB. Bitte verkleinern.`
				: whyNotUpload(name, bytes);
	if (why) throw refused('upload-refused', why, 'logo');
	const { key } = await storePicture(store, { folder, name, bytes });
	return key;
}

/** The key behind the last part of an address `/medien/logo/…`, or null. */
export const logoKey = (name: string): string | null =>
	/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}\.webp$/.test(name) ? `${folder}/${name}` : null;
