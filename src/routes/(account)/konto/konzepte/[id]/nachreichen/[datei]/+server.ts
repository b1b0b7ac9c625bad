import { storedFile } from '#lib/server/file-response.ts';
import { findOwnFile } from '#modules/judging/server/find-candidate-file.ts';
import type { RequestHandler } from './$types';

/** What a group handed in later, for itself. */
export const GET: RequestHandler = async ({ locals, params }) =>
	storedFile(locals.house.store, await findOwnFile(locals.ctx, { conceptId: params.id, fileId: params.datei }));
