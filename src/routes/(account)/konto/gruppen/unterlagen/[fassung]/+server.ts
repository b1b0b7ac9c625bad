import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findGroupDocumentFile } from '#modules/groups/server/find-group-document-file.ts';
import type { RequestHandler } from './$types';

/** A version of a document for a member of its group; never kept by anything on the way. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, contentType, name } = await findGroupDocumentFile(locals.ctx, params.fassung);
	const stream = await locals.house.store.stream(key);
	if (!stream) throw notFound();
	return new Response(Readable.toWeb(stream) as ReadableStream, {
		headers: {
			'content-type': contentType,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'content-disposition': `${contentType === 'application/pdf' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`
		}
	});
};
