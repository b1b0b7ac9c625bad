import { sql } from 'drizzle-orm';
import type { Ctx } from '../../actor.ts';
import { pauseDays, softLimit } from '../../bounce.ts';
import { addressTroubles } from '../post-tables.ts';

type Bounce = { email: string; isHard: boolean; detail: string };

/** A mail came back: for good stops the address, for now counts, and the third time pauses it. What happened long ago no longer counts. */
export async function noteBounce(ctx: Pick<Ctx, 'db' | 'now'>, { email, isHard, detail }: Bounce): Promise<void> {
	const now = sql`${ctx.now.toISOString()}::timestamptz`;
	const { softCount, updatedAt, pausedUntil } = addressTroubles;
	const counted = sql`(case when ${updatedAt} > ${now} - make_interval(days => ${pauseDays * 2}::int) then ${softCount} else 0 end + 1)`;
	const first = {
		email: email.toLowerCase(),
		softCount: isHard ? 0 : 1,
		stoppedAt: isHard ? ctx.now : null,
		detail: detail.slice(0, 500),
		updatedAt: ctx.now
	};
	await ctx.db
		.insert(addressTroubles)
		.values(first)
		.onConflictDoUpdate({
			target: addressTroubles.email,
			set: {
				detail: first.detail,
				updatedAt: ctx.now,
				...(isHard
					? { stoppedAt: ctx.now }
					: {
							softCount: sql`case when ${counted} >= ${softLimit}::int then 0 else ${counted} end`,
							pausedUntil: sql`case when ${counted} >= ${softLimit}::int then ${now} + make_interval(days => ${pauseDays}::int) else ${pausedUntil} end`
						})
			}
		});
}
