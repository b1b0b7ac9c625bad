import { findOwnFile } from '#modules/concepts/server/find-concept.ts';
import type { RequestHandler } from './$types';

/** A file of one's own concept, before it is sealed and after the opening; never kept by anything on the way. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { store } = locals.house;
	const { bytes, contentType, name } = await findOwnFile(locals.ctx, { id: params.id, fileId: params.datei, store });
	return new Response(Uint8Array.from(bytes), {
		headers: {
			'content-type': contentType,
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'content-disposition': `${contentType.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`
		}
	});
};
