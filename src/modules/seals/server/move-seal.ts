import { and, eq, isNull } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { seals } from './tables.ts';

/** The deadline has moved: nobody opens the concepts of this round before it. In the caller's transaction. Throws 409 where they are open already. */
export async function moveSeal(
	ctx: Pick<Ctx, 'db'>,
	{ subjectId, round, opensAt }: { subjectId: string; round: number; opensAt: Date }
): Promise<void> {
	const moved = await ctx.db
		.update(seals)
		.set({ opensAt })
		.where(
			and(
				eq(seals.subjectId, subjectId),
				eq(seals.round, round),
				eq(seals.kind, 'concepts'),
				isNull(seals.openedAt),
				isNull(seals.identity)
			)
		)
		.returning({ id: seals.id });
	if (!moved.length)
		throw refused('opened', 'Der Eingang ist schon geöffnet. Jetzt noch jemanden dazuzulassen wäre allen anderen gegenüber unfair.');
}
