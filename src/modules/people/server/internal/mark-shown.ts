import { and, eq } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';
import { sessions } from '../tables.ts';

/** From now on this session carries all rights of its person. */
export async function markShown(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ sessionId, personId }: { sessionId: string; personId: string }
): Promise<void> {
	await ctx.db
		.update(sessions)
		.set({ secondFactorAt: ctx.now })
		.where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId)));
}
