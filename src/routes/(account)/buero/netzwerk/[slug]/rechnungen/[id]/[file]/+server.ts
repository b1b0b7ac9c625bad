import { drawFile } from '#modules/invoices/server/draw-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params }) => drawFile(ctx, params);
