import { and, eq } from 'drizzle-orm';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { sessions } from './tables.ts';

/** Ends one session of the person who asks, this one or another. */
export async function endSession(ctx: Ctx, id: string): Promise<void> {
	const person = ctx.actor ?? ctx.entering;
	if (!person) throw unauthenticated();
	const { rowCount } = await ctx.db.delete(sessions).where(and(eq(sessions.id, id), eq(sessions.personId, person.id)));
	if (!rowCount) throw notFound('Diese Sitzung gibt es nicht mehr.');
}
