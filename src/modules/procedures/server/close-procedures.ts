import { and, eq, lte } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { moveProcedure } from './move-procedure.ts';
import { procedures } from './tables.ts';

/** Writes down that deadlines have passed. What counts is the clock (`isOpenFor`); this follows it, each in a transaction of its own. `id`: only this one. */
export async function closeProcedures(ctx: Ctx, id?: string): Promise<number> {
	const isDue = and(eq(procedures.state, 'open'), lte(procedures.deadline, ctx.now), id ? eq(procedures.id, id) : undefined);
	const due = await ctx.db.select({ id: procedures.id }).from(procedures).where(isDue);
	let closed = 0;
	for (const one of due)
		await ctx.db.transaction(async (db) => {
			const [row] = await db
				.select()
				.from(procedures)
				.where(and(isDue, eq(procedures.id, one.id)))
				.for('update');
			if (!row) return;
			await moveProcedure({ ...ctx, db }, { id: row.id, move: 'close', facts: { deadline: row.deadline?.toISOString() ?? '' } });
			closed += 1;
		});
	return closed;
}
