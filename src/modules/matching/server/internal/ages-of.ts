import { inArray } from 'drizzle-orm';
import { ageOf } from '#lib/text/age.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import { spaceRequests } from '#modules/requests/server/tables.ts';

const tables = { space: spaces, request: spaceRequests };

/** How fresh these are, in words by their id: "vor 3 Wochen bestätigt". One question for all of them. */
export async function agesOf(ctx: Pick<Ctx, 'db' | 'now'>, side: keyof typeof tables, ids: string[]): Promise<(id: string) => string> {
	const table = tables[side];
	const rows = ids.length ? await ctx.db.select({ id: table.id, at: table.lastConfirmedAt }).from(table).where(inArray(table.id, ids)) : [];
	const ages = new Map(rows.map(({ id, at }) => [id, ageOf(at, ctx.now).text]));
	return (id) => ages.get(id) ?? ageOf(null, ctx.now).text;
}
