import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findProcedureFile } from '#modules/procedures/server/find-call.ts';
import type { RequestHandler } from './$types';

/** A paper attached to a call for whoever may read it; never kept by anything on the way. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, contentType, title } = await findProcedureFile(locals.ctx, { id: params.id, fileId: params.anlage });
	const stream = await locals.house.store.stream(key);
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
};
