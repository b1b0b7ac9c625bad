import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import type { Store } from './store.ts';

/** A picture for those who may see it, kept by nobody on the way: the first of these keys that is there. Throws 404. */
export async function photoResponse(store: Store, keys: readonly string[]): Promise<Response> {
	for (const key of keys) {
		const stream = await store.stream(key);
		if (stream)
			return new Response(Readable.toWeb(stream) as ReadableStream, {
				headers: {
					'content-type': 'image/webp',
					'cache-control': 'private, no-store',
					'content-security-policy': "sandbox; default-src 'none'"
				}
			});
	}
	throw notFound();
}
