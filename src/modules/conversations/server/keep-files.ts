import { newId } from '#lib/server/id.ts';
import { refused, unauthenticated } from '#lib/refusal.ts';
import { storePicture } from '#lib/server/store-picture.ts';
import type { Store } from '#lib/server/store.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { cleanName, kindOfAttachment, typeOf, whyNotAttachAll, type OfficeKind } from '../attachment.ts';
import { limits } from '../conversation.ts';

export type Upload = { name: string; bytes: Uint8Array };
/** A file in the store that no message names yet; what stays unnamed is swept. */
export type KeptFile = { key: string; name: string; contentType: string; bytes: number };

async function keep(store: Store, { name, bytes }: Upload): Promise<KeptFile> {
	const kind = kindOfAttachment(bytes);
	if (kind === 'picture') {
		const { key, contentType, bytes: size } = await storePicture(store, { folder: 'talk', name: cleanName(name, ''), bytes });
		return { key, contentType, bytes: size, name: cleanName(name.replace(/\.(jpe?g|png|webp)$/i, ''), 'webp') };
	}
	const ending = kind as 'pdf' | OfficeKind;
	const key = `talk/${newId()}.${ending}`;
	await store.put(key, bytes, typeOf(ending));
	return { key, contentType: typeOf(ending), bytes: bytes.length, name: cleanName(name, ending) };
}

/** Puts what shall hang on a message into the store: pictures drawn afresh, all else as it is. All may come in or none does. Throws 401, 422 and 429. */
export async function keepFiles(ctx: Ctx, { store, uploads }: { store: Store; uploads: readonly Upload[] }): Promise<KeptFile[]> {
	if (!ctx.actor) throw unauthenticated();
	if (!uploads.length) return [];
	const against = whyNotAttachAll(uploads);
	if (against) throw refused('upload-refused', against, 'files');
	await countTry(ctx, { what: 'keep files', who: ctx.actor.id, limit: limits.wordsPerHour, minutes: 60 });
	const kept: KeptFile[] = [];
	for (const upload of uploads) kept.push(await keep(store, upload));
	return kept;
}
