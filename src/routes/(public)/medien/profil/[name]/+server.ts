import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { rangeOf } from '#modules/profiles/recording.ts';
import { findProfileFile } from '#modules/profiles/server/find-profile-file.ts';
import type { RequestHandler } from './$types';

/** Pictures as they are; recordings also in parts, as players ask for them. */
export const GET: RequestHandler = async ({ locals, params, request }) => {
	const { key, contentType, bytes, isPublic } = await findProfileFile(locals.ctx, params.name);
	const range = bytes === null ? null : rangeOf(request.headers.get('range'), bytes);
	const headers: Record<string, string> = {
		'content-type': contentType,
		'cache-control': isPublic ? 'public, max-age=86400' : 'private, no-store',
		'x-content-type-options': 'nosniff',
		'content-security-policy': "sandbox; default-src 'none'",
		...(bytes !== null && { 'accept-ranges': 'bytes' })
	};
	if (range === 'unfit') return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` } });
	const stream = await locals.house.store.stream(key, range ?? undefined);
	if (!stream) throw notFound();
	if (range) {
		headers['content-range'] = `bytes ${range.start}-${range.end}/${bytes}`;
		headers['content-length'] = String(range.end - range.start + 1);
	} else if (bytes !== null) headers['content-length'] = String(bytes);
	return new Response(Readable.toWeb(stream) as ReadableStream, { status: range ? 206 : 200, headers });
};
