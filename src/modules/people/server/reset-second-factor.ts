import { eq } from 'drizzle-orm';
import { forbidden, notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { mayResetSecondFactor } from '../policy.ts';
import { clearSecondFactor } from './internal/clear-second-factor.ts';
import { people } from './tables.ts';

/** For somebody who lost phone and codes: takes their second factor away and signs them out everywhere; at the next sign-in they set up a new one. */
export async function resetSecondFactor(ctx: Ctx, personId: string): Promise<void> {
	if (!ctx.actor) throw unauthenticated();
	if (!mayResetSecondFactor(ctx.actor, personId)) throw forbidden('Das kann nur die Administration, und nicht für sich selbst.');
	await ctx.db.transaction(async (db) => {
		const [person] = await db.select({ id: people.id, email: people.email }).from(people).where(eq(people.id, personId));
		if (!person) throw notFound('Diese Person gibt es nicht mehr.');
		await clearSecondFactor({ ...ctx, db }, { person, reason: 'administration' });
	});
}
