import { tileAnswer, tileOf } from '#lib/server/tile.ts';
import { readAtlas } from '#modules/interop/atlas.ts';
import { drawAtlasTile } from '#modules/interop/server/draw-atlas-tile.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url, request }) =>
	tileAnswer(request, await drawAtlasTile(locals.ctx, tileOf(params), readAtlas(url.searchParams)));
