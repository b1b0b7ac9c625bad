import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '../actor.ts';
import { publishingBars } from './content-tables.ts';

/** From now until then nothing is published from this account. Part of a decision, which asks the policy. Returns the id that lifts it. */
export async function barFromPublishing(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ personId, until }: { personId: string; until: Date }
): Promise<string> {
	const id = newId();
	await ctx.db.insert(publishingBars).values({ id, personId, until, createdAt: ctx.now });
	return id;
}

/** The account may publish again at once. */
export async function liftBar(ctx: Pick<Ctx, 'db' | 'now'>, id: string): Promise<void> {
	await ctx.db
		.update(publishingBars)
		.set({ liftedAt: ctx.now })
		.where(and(eq(publishingBars.id, id), isNull(publishingBars.liftedAt)));
}
