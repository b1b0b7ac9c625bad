import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findPictureFile } from '#modules/stories/server/list-public-stories.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, isPublic } = await findPictureFile(locals.ctx, params.name);
	const stream = await locals.house.store.stream(key);
	if (!stream) throw notFound();
	return new Response(Readable.toWeb(stream) as ReadableStream, {
		headers: {
			'content-type': 'image/webp',
			'cache-control': isPublic ? 'public, max-age=86400' : 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'"
		}
	});
};
