import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findMediaFile } from '#modules/properties/server/find-media-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, contentType, title, isPublic } = await findMediaFile(locals.ctx, params.name);
	const stream = await locals.house.store.stream(key);
	if (!stream) throw notFound();
	const name = `${title.replace(/[^\p{L}\p{N} ._-]/gu, '').trim() || 'plan'}.pdf`;
	return new Response(Readable.toWeb(stream) as ReadableStream, {
		headers: {
			'content-type': contentType,
			'cache-control': isPublic ? 'public, max-age=31536000, immutable' : 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			...(contentType === 'application/pdf' && { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` })
		}
	});
};
