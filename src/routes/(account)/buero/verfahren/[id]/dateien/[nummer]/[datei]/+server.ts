import { notFound } from '#lib/refusal.ts';
import { fileResponse } from '#modules/judging/file-response.ts';
import { numberOf } from '#modules/judging/number.ts';
import { findFileToRead } from '#modules/judging/server/find-candidate-file.ts';
import type { RequestHandler } from './$types';

/** A file of a concept for whoever may read it now; never kept by anything on the way. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, contentType, name } = await findFileToRead(locals.ctx, {
		id: params.id,
		number: numberOf(params.nummer),
		fileId: params.datei
	});
	const stream = key ? await locals.house.store.stream(key) : null;
	if (!stream) throw notFound();
	return fileResponse(stream, { contentType, name });
};
