import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import type { Store } from './store.ts';

/** A paper out of the store as an answer that nothing on the way keeps: a PDF to save, a picture to see. Throws 404. */
export async function fileResponse(
	store: Store,
	{ key, contentType, title }: { key: string; contentType: string; title: string }
): Promise<Response> {
	const stream = await store.stream(key);
	if (!stream) throw notFound();
	const isPdf = contentType === 'application/pdf';
	const name = `${title.replace(/[^\p{L}\p{N} ._-]/gu, '')}.${isPdf ? 'pdf' : 'webp'}`;
	return new Response(Readable.toWeb(stream) as ReadableStream, {
		headers: {
			'content-type': contentType,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'content-disposition': `${isPdf ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`
		}
	});
}
