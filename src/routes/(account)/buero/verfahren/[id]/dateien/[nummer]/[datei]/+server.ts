import { Readable } from 'node:stream';
import { notFound } from '#lib/refusal.ts';
import { findConceptFile } from '#modules/concepts/server/load-contents.ts';
import { fileResponse } from '#modules/judging/file-response.ts';
import { numberOf } from '#modules/judging/number.ts';
import { findFileToRead } from '#modules/judging/server/find-candidate-file.ts';
import type { RequestHandler } from './$types';

/** A file of a concept for whoever may read it now; never kept by anything on the way. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, contentType, name, conceptId } = await findFileToRead(locals.ctx, {
		id: params.id,
		number: numberOf(params.nummer),
		fileId: params.datei
	});
	const { store } = locals.house;
	const stream = key
		? await store.stream(key)
		: Readable.from([(await findConceptFile(locals.ctx, { store, conceptId, fileId: params.datei })).bytes]);
	if (!stream) throw notFound();
	return fileResponse(stream, { contentType, name });
};
