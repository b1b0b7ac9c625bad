import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { fewestMeasured, type ReplyTime } from '../message.ts';

/**
 * The median time to the first reply of an organisation over the last year; null under five cases. What still waits counts with the time it has
 * waited, once that is longer than was promised: silence does not make the figure better.
 */
export async function findReplyTime(ctx: Pick<Ctx, 'db' | 'now'>, organisationId: string | null): Promise<ReplyTime | null> {
	if (!organisationId) return null;
	const now = ctx.now.toISOString();
	const { rows } = await ctx.db.execute<{ cases: number; hours: number | null }>(sql`
		select count(*)::int as cases,
			percentile_cont(0.5) within group (order by extract(epoch from coalesce(first_reply_at, ${now}::timestamptz) - sent_at)) / 3600 as hours
		from messages
		where organisation_id = ${organisationId} and sent_at > ${now}::timestamptz - interval '365 days'
			and (first_reply_at is not null or sent_at + make_interval(days => promised_days) < ${now}::timestamptz)`);
	const [row] = rows;
	if (!row || row.cases < fewestMeasured || row.hours === null) return null;
	return { cases: row.cases, medianHours: Number(row.hours) };
}
