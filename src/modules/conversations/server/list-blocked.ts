import { asc, eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { nameOf } from '../conversation.ts';
import { conversationBlocks } from './tables.ts';

/** Whom the person who asks has blocked, by name. Nobody sees another's. Throws 401. */
export async function listBlocked(ctx: Ctx): Promise<{ id: string; name: string; at: Date }[]> {
	if (!ctx.actor) throw unauthenticated();
	const rows = await ctx.db
		.select({ id: people.id, name: people.name, at: conversationBlocks.at })
		.from(conversationBlocks)
		.innerJoin(people, eq(people.id, conversationBlocks.blockedId))
		.where(eq(conversationBlocks.personId, ctx.actor.id))
		.orderBy(asc(people.name), asc(people.id))
		.limit(500);
	return rows.map(({ name, ...row }) => ({ ...row, name: nameOf(name) }));
}
