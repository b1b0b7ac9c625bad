import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import type { Store } from './store.ts';

type Named = { contentType: string; name: string };

/** A private file as an answer that runs nothing and that nothing on the way keeps: a picture to see, everything else to save. */
export function privateFile(content: Readable | Uint8Array, { contentType, name }: Named): Response {
	const plain = name.replace(/[^\p{L}\p{N} ._-]/gu, '') || 'datei';
	return new Response(content instanceof Readable ? (Readable.toWeb(content) as ReadableStream) : Uint8Array.from(content), {
		headers: {
			'content-type': contentType,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'content-disposition': `${contentType.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(plain)}`
		}
	});
}

/** The same out of the store. Throws 404. */
export async function storedFile(store: Store, { key, ...named }: Named & { key: string }): Promise<Response> {
	const stream = await store.stream(key);
	if (!stream) throw notFound();
	return privateFile(stream, named);
}

/** A paper that has a title and no name of its own: a PDF, or a picture drawn afresh. */
export const titledFile = (store: Store, { title, ...file }: { key: string; contentType: string; title: string }): Promise<Response> =>
	storedFile(store, { ...file, name: `${title}.${file.contentType === 'application/pdf' ? 'pdf' : 'webp'}` });
