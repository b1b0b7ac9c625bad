import { z } from 'zod';
import { isDay } from '#lib/calendar.ts';
import { answer, api, decodeCursor, nextLink, page, readQuery } from '#lib/server/api.ts';
import { countHeads, listHeads } from '#modules/records/server/list-heads.ts';

const size = 100;
const query = z.object({ cursor: z.string().optional() });
const place = z.tuple([z.custom<string>(isDay, 'Diese Fortsetzung ist ungültig. Bitte von der ersten Seite an lesen.')]);

/** The heads of all days, newest first. */
export const GET = api(async (event) => {
	const { ctx } = event.locals;
	const { cursor } = readQuery(event, query);
	const before = cursor === undefined ? undefined : place.parse(decodeCursor(cursor))[0];
	const heads = await listHeads(ctx, { before, limit: size + 1 });
	const items = heads.slice(0, size);
	const next = heads.length > size ? nextLink(event, [items.at(-1)?.day ?? null]) : null;
	return answer(event, page(items, { next, total: await countHeads(ctx) }));
});
