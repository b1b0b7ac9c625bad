import { and, eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { invoiceCounters } from '../tables.ts';

type Counted = { networkId: string; year: number };

/** Locks the counter of a network's year until the transaction ends, so that one document is issued after another. */
export async function lockCounter(ctx: Pick<Ctx, 'db'>, counted: Counted): Promise<void> {
	await ctx.db
		.insert(invoiceCounters)
		.values({ ...counted, last: 0 })
		.onConflictDoUpdate({ target: [invoiceCounters.networkId, invoiceCounters.year], set: { last: sql`${invoiceCounters.last}` } });
}

/** The next number; it is given back when the transaction is undone. */
export async function nextNumber(ctx: Pick<Ctx, 'db'>, { networkId, year }: Counted): Promise<number> {
	const [row] = await ctx.db
		.update(invoiceCounters)
		.set({ last: sql`${invoiceCounters.last} + 1` })
		.where(and(eq(invoiceCounters.networkId, networkId), eq(invoiceCounters.year, year)))
		.returning({ last: invoiceCounters.last });
	if (!row) throw new Error('no counter was locked');
	return row.last;
}
