import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findDocumentFile } from '#modules/cases/server/find-document-file.ts';
import type { RequestHandler } from './$types';

/** A document of a case for whoever may read it; never kept by anything on the way. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, contentType, name } = await findDocumentFile(locals.ctx, params.dokument);
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
