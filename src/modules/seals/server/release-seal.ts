import { and, eq, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { WhichSeal } from './find-seal.ts';
import { seals } from './tables.ts';

/** Lets a seal that waited for another act be opened from now on, or not yet again. Opened stays opened. In the caller's transaction, which has asked who may. */
export async function releaseSeal(ctx: Ctx, { subjectId, round, kind, isReleased }: WhichSeal & { isReleased: boolean }): Promise<void> {
	const isThat = and(eq(seals.subjectId, subjectId), eq(seals.round, round), eq(seals.kind, kind), isNull(seals.openedAt));
	await ctx.db
		.update(seals)
		.set({ opensAt: isReleased ? ctx.now : null })
		.where(isThat);
}
