import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findTalkFile } from '#modules/conversations/server/find-talk-file.ts';
import type { RequestHandler } from './$types';

/** A file for the members of its conversation; never kept by anything on the way. Only pictures, which were drawn afresh, open in the browser. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, contentType, name } = await findTalkFile(locals.ctx, params.datei);
	const stream = await locals.house.store.stream(key);
	if (!stream) throw notFound();
	return new Response(Readable.toWeb(stream) as ReadableStream, {
		headers: {
			'content-type': contentType,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'content-disposition': `${contentType === 'image/webp' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`
		}
	});
};
