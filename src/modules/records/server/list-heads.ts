import { and, asc, count, desc, gte, lt, lte } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { headFormat, headVersion, type Head } from '../head.ts';
import { recordHeads } from './tables.ts';

type Row = typeof recordHeads.$inferSelect;
const headOf = ({ day, prev, root, records, at, hash, signature }: Row): Head => ({
	...{ format: headFormat, version: headVersion, day, prev, root, records, at: at.toISOString(), hash, signature }
});

/** Heads, newest first: everybody may keep them. `before`: an ISO day. */
export async function listHeads(ctx: Pick<Ctx, 'db'>, { before, limit }: { before?: string; limit: number }): Promise<Head[]> {
	const rows = await ctx.db
		.select()
		.from(recordHeads)
		.where(before ? lt(recordHeads.day, before) : undefined)
		.orderBy(desc(recordHeads.day))
		.limit(limit);
	return rows.map(headOf);
}

export async function countHeads(ctx: Pick<Ctx, 'db'>): Promise<number> {
	const [row] = await ctx.db.select({ count: count() }).from(recordHeads);
	return row?.count ?? 0;
}

/** The last one that was published, for a receipt; null before the first. */
export async function loadLastHead(ctx: Pick<Ctx, 'db'>): Promise<Head | null> {
	const [head] = await listHeads(ctx, { limit: 1 });
	return head ?? null;
}

/** From one day to another, both with them, in their order. */
export async function listHeadsBetween(ctx: Pick<Ctx, 'db'>, { from, to }: { from: string; to: string }): Promise<Head[]> {
	const rows = await ctx.db
		.select()
		.from(recordHeads)
		.where(and(gte(recordHeads.day, from), lte(recordHeads.day, to)))
		.orderBy(asc(recordHeads.day));
	return rows.map(headOf);
}
