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

type Choice = { conceptId: string; isChosen: boolean; reason: string };

/** Who of the first stage comes into the second, and why. The caller has asked who may. */
export async function chooseCandidates(ctx: Ctx, procedureId: string, choices: readonly Choice[]): Promise<void> {
	const rows = choices.map(({ conceptId, isChosen, reason }) => ({
		...{ conceptId, procedureId, state: 'valid' as const, reason, invitedAt: isChosen ? ctx.now : null, version: 1 }
	}));
	const newest = { state: sql`excluded.state`, reason: sql`excluded.reason`, invitedAt: sql`excluded.invited_at` };
	await ctx.db
		.insert(candidates)
		.values(rows)
		.onConflictDoUpdate({ target: candidates.conceptId, set: { ...newest, version: sql`${candidates.version} + 1` } });
}
