import { eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { isSignedInPerson } from '../policy.ts';
import { people } from './tables.ts';

/** Changes the name under which the person who asks appears. */
export async function renamePerson(ctx: Ctx, name: string): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	await ctx.db.update(people).set({ name, updatedAt: ctx.now }).where(eq(people.id, ctx.actor.id));
}
