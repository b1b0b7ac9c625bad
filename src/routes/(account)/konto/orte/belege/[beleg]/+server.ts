import { storedFile } from '#lib/server/file-response.ts';
import { findEvidenceFile } from '#modules/places/server/find-evidence-file.ts';
import type { RequestHandler } from './$types';

/** A file of evidence, for those who may read the application. */
export const GET: RequestHandler = async ({ locals, params }) =>
	storedFile(locals.house.store, await findEvidenceFile(locals.ctx, params.beleg));
