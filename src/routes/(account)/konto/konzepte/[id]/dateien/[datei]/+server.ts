import { privateFile } from '#lib/server/file-response.ts';
import { findOwnFile } from '#modules/concepts/server/find-concept.ts';
import type { RequestHandler } from './$types';

/** A file of one's own concept, before it is sealed and after the opening. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const { bytes, ...named } = await findOwnFile(locals.ctx, { id: params.id, fileId: params.datei, store: locals.house.store });
	return privateFile(bytes, named);
};
