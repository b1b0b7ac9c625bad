import { eq } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';
import { day } from '../../moments.ts';
import { addressTroubles } from '../post-tables.ts';

/** Why nothing in bulk goes to this address now, or null. */
export async function whyNotMail(ctx: Pick<Ctx, 'db' | 'now'>, email: string): Promise<string | null> {
	const [trouble] = await ctx.db.select().from(addressTroubles).where(eq(addressTroubles.email, email.toLowerCase()));
	if (trouble?.stoppedAt) return `Nicht verschickt: An diese Adresse kam seit ${day(trouble.stoppedAt)} nichts an (${trouble.detail}).`;
	if (trouble?.pausedUntil && trouble.pausedUntil > ctx.now)
		return `Nicht verschickt: Das Postfach nimmt gerade nichts an, Pause bis ${day(trouble.pausedUntil)}.`;
	return null;
}
