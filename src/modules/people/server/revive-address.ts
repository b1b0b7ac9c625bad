import { eq } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '../actor.ts';
import { isSignedInPerson } from '../policy.ts';
import { whyNotMail } from './internal/why-not-mail.ts';
import { addressTroubles } from './post-tables.ts';

/** Why no brief and no note reaches the person who asks, or null. */
export async function findAddressTrouble(ctx: Ctx): Promise<string | null> {
	return ctx.actor ? whyNotMail(ctx, ctx.actor.email) : null;
}

/** The person who asks says that their address is right: mails go there again, until the next one comes back. */
export async function reviveAddress(ctx: Ctx): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	await ctx.db.delete(addressTroubles).where(eq(addressTroubles.email, ctx.actor.email.toLowerCase()));
}
