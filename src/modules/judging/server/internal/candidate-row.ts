import { eq, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { candidates } from '../tables.ts';

type Set = Partial<typeof candidates.$inferInsert>;

/** Changes what is known of a candidate and counts the change. The caller has asked who may. */
export async function setCandidate(
	ctx: Ctx,
	{ procedureId, conceptId }: { procedureId: string; conceptId: string },
	set: Set
): Promise<void> {
	await ctx.db.insert(candidates).values({ conceptId, procedureId, version: 0 }).onConflictDoNothing();
	await ctx.db
		.update(candidates)
		.set({ ...set, version: sql`${candidates.version} + 1` })
		.where(eq(candidates.conceptId, conceptId));
}
