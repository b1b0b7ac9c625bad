import { and, eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { conversationBlocks } from './tables.ts';

/** Hears of somebody again; what they wrote meanwhile is there to be read. Throws 401, and 404 when they were not blocked. */
export async function unblockPerson(ctx: Ctx, personId: string): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	const mine = and(eq(conversationBlocks.personId, ctx.actor.id), eq(conversationBlocks.blockedId, personId));
	const gone = isUuid(personId) ? await ctx.db.delete(conversationBlocks).where(mine).returning({ at: conversationBlocks.at }) : [];
	if (!gone.length) throw notFound('Diese Person ist nicht blockiert.');
}
