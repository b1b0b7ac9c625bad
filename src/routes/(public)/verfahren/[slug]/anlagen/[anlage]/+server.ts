import { titledFile } from '#lib/server/file-response.ts';
import { findPublicFile } from '#modules/procedures/server/find-public-procedure.ts';
import type { RequestHandler } from './$types';

/** A paper of a published call. */
export const GET: RequestHandler = async ({ locals, params }) =>
	titledFile(locals.house.store, await findPublicFile(locals.ctx, { slug: params.slug, fileId: params.anlage }));
