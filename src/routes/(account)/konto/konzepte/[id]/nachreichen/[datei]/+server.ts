import { notFound } from '#lib/refusal.ts';
import { fileResponse } from '#modules/judging/file-response.ts';
import { findOwnFile } from '#modules/judging/server/find-candidate-file.ts';
import type { RequestHandler } from './$types';

/** What a group handed in later, for itself. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { key, contentType, name } = await findOwnFile(locals.ctx, { conceptId: params.id, fileId: params.datei });
	const stream = await locals.house.store.stream(key);
	if (!stream) throw notFound();
	return fileResponse(stream, { contentType, name });
};
