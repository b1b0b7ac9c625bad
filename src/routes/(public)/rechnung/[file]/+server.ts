import { drawLinkedFile } from '#modules/invoices/server/draw-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { file }, url }) =>
	drawLinkedFile(ctx, { token: url.searchParams.get('schluessel') ?? '', file });
