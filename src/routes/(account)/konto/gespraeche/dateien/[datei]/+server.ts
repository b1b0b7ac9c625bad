import { storedFile } from '#lib/server/file-response.ts';
import { findTalkFile } from '#modules/conversations/server/find-talk-file.ts';
import type { RequestHandler } from './$types';

/** A file for the members of its conversation. */
export const GET: RequestHandler = async ({ locals, params }) =>
	storedFile(locals.house.store, await findTalkFile(locals.ctx, params.datei));
