import { eq } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { hasFactor } from './internal/has-factor.ts';
import { people } from './tables.ts';

/** Whether whoever asks has set up a second factor; signing in shows it then. */
export async function hasSecondFactor(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<boolean> {
	if (!ctx.actor) return false;
	const [row] = await ctx.db.select({ hasFactor }).from(people).where(eq(people.id, ctx.actor.id));
	return row?.hasFactor ?? false;
}
