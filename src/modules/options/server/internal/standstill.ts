import type { Ctx } from '#modules/people/actor.ts';
import { awards } from '#modules/awards/server/tables.ts';
import { dayOf } from '#lib/calendar.ts';
import { eq } from 'drizzle-orm';

/** The last day of the standstill after the decision; null once it is over, or where there is none. */
export async function standstillOf(ctx: Pick<Ctx, 'db' | 'now'>, procedureId: string): Promise<string | null> {
	const [award] = await ctx.db.select({ until: awards.standstillUntil }).from(awards).where(eq(awards.procedureId, procedureId));
	return award?.until && award.until > ctx.now ? dayOf(award.until) : null;
}
