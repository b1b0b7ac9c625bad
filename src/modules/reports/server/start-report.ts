import sharp from 'sharp';
import { refused } from '#lib/refusal.ts';
import { exifPosition } from '#lib/server/exif-position.ts';
import { newId } from '#lib/server/id.ts';
import { storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import { hashToken, newToken } from '#lib/server/token.ts';
import { kindOfUpload, uploadLimits, whyNotUpload } from '#lib/upload.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { truncateAddress } from '#modules/people/session.ts';
import { forgetAt } from '../report.ts';
import { reports } from './tables.ts';

type Photo = { name: string; bytes: Uint8Array };

/** The camera's place, before the picture is drawn afresh without it. A block that cannot be read says nothing. */
async function positionOf(bytes: Uint8Array): Promise<{ lat: number; lon: number } | null> {
	const { exif } = await sharp(bytes, { limitInputPixels: uploadLimits.pixels }).metadata();
	return exifPosition(exif);
}

/**
 * Begins a report with its photo, and returns the token by which whoever reported finds it again. The photo is drawn afresh and keeps nothing of the
 * camera; where it was taken is kept apart until the report is sent, to be offered and then forgotten. Throws 422 and 429.
 */
export async function startReport(ctx: Ctx, { photo, store, address }: { photo: Photo; store: Store; address: string }): Promise<string> {
	const against =
		kindOfUpload(photo.bytes) === 'pdf' ? `„${photo.name}“ ist kein Bild. Bitte ein Foto nehmen.` : whyNotUpload(photo.name, photo.bytes);
	if (against) throw refused('upload-refused', against, 'photo');
	await countTry(ctx, { what: 'report photo net', who: truncateAddress(address), limit: 40, minutes: 60 });
	const { key, bytes, width, height } = await storePicture(store, { folder: 'meldung', ...photo });
	const place = await positionOf(photo.bytes);
	const token = newToken();
	await ctx.db.insert(reports).values({
		...{ id: newId(), tokenHash: hashToken(token), state: 'draft', photoLat: place?.lat ?? null, photoLon: place?.lon ?? null },
		photo: { key, bytes, width: width ?? 0, height: height ?? 0 },
		...{ createdAt: ctx.now, forgetAt: forgetAt('draft', ctx.now) }
	});
	return token;
}
