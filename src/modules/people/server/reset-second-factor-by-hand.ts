import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { clearSecondFactor } from './internal/clear-second-factor.ts';
import { people } from './tables.ts';

/** The same from the command line, for the last administrator: whoever may run commands on the machine needs no further leave. */
export async function resetSecondFactorByHand(ctx: Ctx, email: string): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const [person] = await db.select({ id: people.id, email: people.email }).from(people).where(eq(people.email, email));
		if (!person) throw notFound('Mit dieser Mailadresse gibt es kein Konto.');
		await clearSecondFactor({ ...ctx, db }, { person, reason: 'command line' });
		return person.id;
	});
}
