import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { firstPrev } from '../entry.ts';
import { recordChains } from './tables.ts';

/**
 * How far the box is, for the facts of the opening (`procedure.unseal`), from which on everybody may read it. Holds the chain until the transaction
 * ends, so that nothing comes in behind what the opening says; the caller holds the row of the procedure before, as whoever hands in does. Only the command that opens calls this: before, even the length is a secret.
 */
export async function loadBoxHead(ctx: Pick<Ctx, 'db'>, recordId: string): Promise<{ boxHead: string; boxLength: number }> {
	const [box] = await ctx.db
		.select({ boxHead: recordChains.head, boxLength: recordChains.length })
		.from(recordChains)
		.where(and(eq(recordChains.recordId, recordId), eq(recordChains.chain, 'box')))
		.for('update');
	return box ?? { boxHead: firstPrev, boxLength: 0 };
}
