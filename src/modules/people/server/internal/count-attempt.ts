import { dayOf } from '#lib/calendar.ts';
import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Ctx } from '../../actor.ts';
import { findSecret } from '../find-secret.ts';
import { attempts } from '../tables.ts';

type Limit = { what: string; who: string; limit: number; minutes: number };

const clock = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

/** Counts a try, for all processes together, and refuses with 429 when there were too many. Of `who` only a hash that changes daily is kept. */
export async function countAttempt(ctx: Pick<Ctx, 'db' | 'now'>, { what, who, limit, minutes }: Limit): Promise<void> {
	const day = dayOf(ctx.now);
	const salted = createHmac('sha256', await findSecret(ctx, 'sessions'))
		.update(`${day} ${who}`)
		.digest('base64url');
	const now = ctx.now.toISOString();
	const ends = new Date(ctx.now.getTime() + minutes * 60_000);
	const [row] = await ctx.db
		.insert(attempts)
		.values({ bucket: `${what} ${salted}`, count: 1, endsAt: ends })
		.onConflictDoUpdate({
			target: attempts.bucket,
			set: {
				count: sql`case when ${attempts.endsAt} <= ${now}::timestamptz then 1 else ${attempts.count} + 1 end`,
				endsAt: sql`case when ${attempts.endsAt} <= ${now}::timestamptz then ${ends.toISOString()}::timestamptz else ${attempts.endsAt} end`
			}
		})
		.returning();
	if (row && row.count > limit)
		throw new Refusal(429, 'too-many-attempts', {
			message: `Das waren zu viele Versuche. Ab ${clock.format(row.endsAt)} Uhr geht es wieder. Ist schon eine Mail da, gilt deren Link weiter.`
		});
}
