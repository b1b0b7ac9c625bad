import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { whyNotYet, type Stand } from '../award.ts';
import { awardObjections, awards } from './tables.ts';

/** Decision, standstill and objections of a procedure. The caller has asked who reads. */
export async function loadStand(ctx: Pick<Ctx, 'db'>, procedureId: string): Promise<Stand> {
	const [award] = await ctx.db
		.select({ decidedAt: awards.decidedAt, standstillUntil: awards.standstillUntil })
		.from(awards)
		.where(eq(awards.procedureId, procedureId));
	const { state, effect, answeredAt } = awardObjections;
	const objections = await ctx.db
		.select({ state, effect, answeredAt })
		.from(awardObjections)
		.where(eq(awardObjections.procedureId, procedureId));
	return { decidedAt: award?.decidedAt ?? null, standstillUntil: award?.standstillUntil ?? null, objections };
}

/** Why the house cannot be given to anybody for a time yet, as a sentence; null once the standstill is over and no objection stands against it. For the command that grants. */
export const whyNotGrant = async (ctx: Pick<Ctx, 'db' | 'now'>, procedureId: string): Promise<string | null> =>
	whyNotYet(await loadStand(ctx, procedureId), ctx.now)?.message ?? null;
