import { sql } from 'drizzle-orm';
import type { Ctx } from '../actor.ts';
import { briefDefaults } from '../brief.ts';

const uuids = (ids: readonly string[]) =>
	sql`array[${sql.join(
		ids.map((id) => sql`${id}`),
		sql`, `
	)}]::text[]`;

/** For how many of these people another so many minutes would be more than they give in a week, with all that waits for them from anybody. Never says for whom. */
export async function countOverBudget(
	ctx: Pick<Ctx, 'db'>,
	{ personIds, minutes }: { personIds: readonly string[]; minutes: number }
): Promise<number> {
	if (!personIds.length) return 0;
	const { rows } = await ctx.db.execute<{ n: number }>(sql`
		select count(*)::int as n from people p left join mail_settings s on s.person_id = p.id
		where p.id::text = any(${uuids(personIds)}) and coalesce(s.minutes, ${briefDefaults.minutes}::int) < ${minutes}::int + coalesce((
			select sum(n.minutes) from notices n
			where n.person_id = p.id and n.channel = 'brief' and n.mailed_at is null and n.answered_at is null and n.withdrawn_at is null), 0)`);
	return rows[0]?.n ?? 0;
}

/** One week (its Monday) of one sender: how many people it asked or told something, and how many minutes that took of each. */
export type AskedWeek = { week: string; people: number; average: number; most: number };

/** What a sender took of its people's time, week by week, the newest first; weeks without anything are left out. */
export async function countAskedMinutes(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ senderId, weeks }: { senderId: string; weeks: number }
): Promise<AskedWeek[]> {
	const { rows } = await ctx.db.execute<AskedWeek>(sql`
		with each as (
			select date_trunc('week', n.created_at at time zone 'Europe/Berlin')::date as week, n.person_id, sum(n.minutes) as minutes from notices n
			where n.sender_id = ${senderId} and n.created_at > ${ctx.now.toISOString()}::timestamptz - make_interval(weeks => ${weeks}::int) and n.withdrawn_at is null
			group by 1, 2)
		select week::text, count(*)::int as people, round(avg(minutes))::int as average, max(minutes)::int as most from each group by week order by week desc`);
	return rows;
}

/** What a sender took of each person's time in the last days, in minutes, by person. */
export async function countMinutesByPerson(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ senderId, days }: { senderId: string; days: number }
): Promise<{ personId: string; name: string; onBehalfOf: string | null; minutes: number }[]> {
	const { rows } = await ctx.db.execute<{ personId: string; name: string; onBehalfOf: string | null; minutes: number }>(sql`
		select n.person_id as "personId", p.name, max(n.on_behalf_of) as "onBehalfOf", sum(n.minutes)::int as minutes from notices n join people p on p.id = n.person_id
		where n.sender_id = ${senderId} and n.created_at > ${ctx.now.toISOString()}::timestamptz - make_interval(days => ${days}::int) and n.withdrawn_at is null
		group by 1, 2 order by minutes desc, p.name`);
	return rows;
}
