import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findAwardDocument } from '#modules/awards/server/find-award.ts';
import type { RequestHandler } from './$types';

/** The resolution of a decision, for those who read it at the desk; never kept by anything on the way. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key } = await findAwardDocument(locals.ctx, { id: params.id, number: params.nr });
	const stream = await locals.house.store.stream(key);
	if (!stream) throw notFound();
	return new Response(Readable.toWeb(stream) as ReadableStream, {
		headers: {
			'content-type': 'application/pdf',
			'cache-control': 'private, no-store',
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'content-disposition': `attachment; filename="beschluss-${params.nr.replace(/\D/g, '')}.pdf"`
		}
	});
};
