import { and, eq } from 'drizzle-orm';
import { concepts } from '#modules/concepts/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { candidates } from './tables.ts';

/** Makes every opened concept of the round a candidate; those that are one already stay as they are. Part of the opening, it asks no policy. */
export async function takeOpened(ctx: Ctx, procedureId: string): Promise<void> {
	const rows = await ctx.db
		.select({ conceptId: concepts.id, procedureId: concepts.procedureId })
		.from(concepts)
		.innerJoin(procedures, and(eq(procedures.id, concepts.procedureId), eq(procedures.round, concepts.round)))
		.where(and(eq(concepts.procedureId, procedureId), eq(concepts.state, 'opened')));
	if (rows.length) await ctx.db.insert(candidates).values(rows).onConflictDoNothing();
}
