import { storedFile } from '#lib/server/file-response.ts';
import { findDocumentFile } from '#modules/cases/server/find-document-file.ts';
import type { RequestHandler } from './$types';

/** A document of a case for whoever may read it. */
export const GET: RequestHandler = async ({ locals, params }) =>
	storedFile(locals.house.store, await findDocumentFile(locals.ctx, params.dokument));
