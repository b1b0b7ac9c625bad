import { storedFile } from '#lib/server/file-response.ts';
import { findGroupDocumentFile } from '#modules/groups/server/find-group-document-file.ts';
import type { RequestHandler } from './$types';

/** A version of a document for a member of its group. */
export const GET: RequestHandler = async ({ locals, params }) =>
	storedFile(locals.house.store, await findGroupDocumentFile(locals.ctx, params.fassung));
