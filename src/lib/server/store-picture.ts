import sharp from 'sharp';
import { Refusal } from '#lib/refusal.ts';
import { copyKey, uploadLimits, widths } from '#lib/upload.ts';
import { newId } from './id.ts';
import type { Store } from './store.ts';

type Encoded = { width: number; height: number; files: { width: number; bytes: Uint8Array }[] };

/**
 * Draws a picture afresh as WebP in up to three widths. Only its pixels survive: no EXIF, no place, no XMP, no colour profile.
 * Throws 422 when it cannot be read or has too many pixels.
 */
async function encodePicture(name: string, bytes: Uint8Array): Promise<Encoded> {
	try {
		const source = sharp(bytes, { limitInputPixels: uploadLimits.pixels, failOn: 'error' }).autoOrient();
		const files: Encoded['files'] = [];
		let whole = { width: 0, height: 0 };
		for (const width of widths) {
			const size = { width, height: width, fit: 'inside', withoutEnlargement: true } as const;
			const { data, info } = await source.clone().resize(size).webp({ quality: 80 }).toBuffer({ resolveWithObject: true });
			if (!files.length) whole = { width: info.width, height: info.height };
			if (!files.length || info.width < (files.at(-1)?.width ?? 0)) files.push({ width: files.length ? width : info.width, bytes: data });
		}
		return { ...whole, files };
	} catch {
		throw new Refusal(422, 'picture-unreadable', {
			message: `„${name}“ lässt sich nicht als Bild lesen, oder es hat mehr als ${uploadLimits.pixels / 1e6} Millionen Bildpunkte.`,
			field: 'files'
		});
	}
}

/** A file in the store. Pictures have copies of smaller widths under `copyKey(key, width)`. */
export type Stored = { key: string; contentType: string; bytes: number; width: number | null; height: number | null; name: string };

/** Draws a picture afresh and keeps it with its smaller copies. `folder`: the first part of the key, by which its module knows it again. */
export async function storePicture(
	store: Store,
	{ folder, name, bytes }: { folder: string; name: string; bytes: Uint8Array }
): Promise<Stored> {
	const { width, height, files } = await encodePicture(name, bytes);
	const key = `${folder}/${newId()}.webp`;
	for (const [i, file] of files.entries()) await store.put(i ? copyKey(key, file.width) : key, file.bytes, 'image/webp');
	return { key, contentType: 'image/webp', bytes: files[0]?.bytes.length ?? 0, width, height, name };
}

/** Takes a picture and all its copies out of the store. */
export async function dropPicture(store: Store, key: string): Promise<void> {
	for (const each of [key, ...widths.map((width) => copyKey(key, width))]) await store.delete(each);
}

/** Copies a kept picture with its smaller copies into another folder, under a name of its own. Null when it is not there. */
export async function copyPicture(store: Store, { key, folder }: { key: string; folder: string }): Promise<string | null> {
	const copy = `${folder}/${newId()}.webp`;
	let isThere = false;
	for (const [from, to] of [[key, copy], ...widths.map((width) => [copyKey(key, width), copyKey(copy, width)])] as [string, string][]) {
		const bytes = await store.get(from);
		if (bytes) await store.put(to, bytes, 'image/webp');
		isThere ||= bytes !== null;
	}
	return isThere ? copy : null;
}
