import { eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import { germanDay } from '#lib/text/german.ts';
import { awards } from '#modules/awards/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';

/** The last day of the standstill after the decision; null once it is over, or where there is none. */
export async function standstillOf(ctx: Pick<Ctx, 'db' | 'now'>, procedureId: string): Promise<string | null> {
	const [award] = await ctx.db.select({ until: awards.standstillUntil }).from(awards).where(eq(awards.procedureId, procedureId));
	return award?.until && award.until > ctx.now ? dayOf(award.until) : null;
}

/** Why nobody can be given the house yet, as a sentence; null when nothing stands against it. */
export async function whyNotGrant(ctx: Pick<Ctx, 'db' | 'now'>, procedureId: string): Promise<string | null> {
	const until = await standstillOf(ctx, procedureId);
	return until
		? `Bis zum ${germanDay(until)} läuft die Wartefrist nach der Entscheidung. So lange können andere Einwände erheben. Danach lässt sich das Haus an die Hand geben.`
		: null;
}
