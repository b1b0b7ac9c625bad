import { and, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Watched } from './add-watch.ts';
import { watchItems } from './tables.ts';

export async function isWatching(ctx: Ctx, { kind, subjectId }: Watched): Promise<boolean> {
	if (!ctx.actor) return false;
	const [row] = await ctx.db
		.select({ id: watchItems.id })
		.from(watchItems)
		.where(and(eq(watchItems.personId, ctx.actor.id), eq(watchItems.kind, kind), eq(watchItems.subjectId, subjectId)));
	return row !== undefined;
}
