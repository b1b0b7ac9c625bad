import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findEvidenceFile } from '#modules/places/server/find-evidence-file.ts';
import type { RequestHandler } from './$types';

/** A file of evidence, for those who may read the application; never kept by anything on the way. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, contentType, name } = await findEvidenceFile(locals.ctx, params.beleg);
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
