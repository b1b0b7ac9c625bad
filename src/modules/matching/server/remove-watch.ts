import { and, eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Watched } from './add-watch.ts';
import { watchItems } from './tables.ts';

/** Takes something off one's own watch list; what is not on it is no error. */
export async function removeWatch(ctx: Ctx, { kind, subjectId }: Watched): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	await ctx.db
		.delete(watchItems)
		.where(and(eq(watchItems.personId, ctx.actor.id), eq(watchItems.kind, kind), eq(watchItems.subjectId, subjectId)));
}
