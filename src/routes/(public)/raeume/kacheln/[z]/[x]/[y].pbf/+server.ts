import { tileAnswer, tileOf } from '#lib/server/tile.ts';
import { drawTile } from '#modules/properties/server/draw-tile.ts';
import { readFilter } from '#modules/properties/space-filter.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url, request }) =>
	tileAnswer(request, await drawTile(locals.ctx, tileOf(params), readFilter(url.searchParams).filter));
