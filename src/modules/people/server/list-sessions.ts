import { and, desc, eq, gt } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { sessions } from './tables.ts';

export type OpenSession = { id: string; device: string; createdAt: Date; lastSeenAt: Date };

/** Where the person who asks is signed in, the most recently used first. */
export async function listSessions(ctx: Ctx): Promise<OpenSession[]> {
	if (!ctx.actor) return [];
	return ctx.db
		.select({ id: sessions.id, device: sessions.device, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
		.from(sessions)
		.where(and(eq(sessions.personId, ctx.actor.id), gt(sessions.expiresAt, ctx.now)))
		.orderBy(desc(sessions.lastSeenAt), desc(sessions.id));
}
