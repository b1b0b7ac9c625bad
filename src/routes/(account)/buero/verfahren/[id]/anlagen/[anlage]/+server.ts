import { titledFile } from '#lib/server/file-response.ts';
import { findProcedureFile } from '#modules/procedures/server/find-call.ts';
import type { RequestHandler } from './$types';

/** A paper attached to a call for whoever may read it. */
export const GET: RequestHandler = async ({ locals, params }) =>
	titledFile(locals.house.store, await findProcedureFile(locals.ctx, { id: params.id, fileId: params.anlage }));
