import { drawOwnFile } from '#modules/invoices/server/draw-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { id, rechnung, file } }) =>
	drawOwnFile(ctx, { organisationId: id, id: rechnung, file });
