import { dayOf } from '#lib/calendar.ts';
import { sql } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { fewestMeasured } from '../message.ts';
import type { Outcome } from '../case.ts';
import { cases } from './case-tables.ts';
import { atDesk } from './internal/case-for.ts';

export type CaseFigures = {
	open: number;
	fresh: number;
	asleep: number;
	late: number;
	/** Median hours to the first word over a year; null under five cases. */
	firstWordHours: number | null;
	outcomes: { outcome: Outcome; n: number }[];
	load: { id: string | null; name: string; open: number; late: number }[];
};

const nothing: CaseFigures = { open: 0, fresh: 0, asleep: 0, late: 0, firstWordHours: null, outcomes: [], load: [] };
const isOpen = sql`state in ('accepted', 'clarifying', 'matching', 'in_award')`;

type Counted = Record<'open' | 'fresh' | 'asleep' | 'late' | 'measured', number> & { hours: number | null };

/**
 * How the cases of an office stand: open, new, asleep, overdue, how soon the parties hear a first word, how it ended over the last year, and who has how
 * much. What waits longer than promised counts with the time it has waited.
 */
export async function countCases(ctx: Ctx): Promise<CaseFigures> {
	if (!ctx.actor) throw unauthenticated();
	const mine = await atDesk(ctx);
	if (!mine) return nothing;
	const [now, today] = [ctx.now.toISOString(), dayOf(ctx.now)];
	const scope = sql`with mine as (select ${cases}.* from ${cases} join ${organisations} on ${organisations.id} = ${cases.organisationId} where ${mine})`;
	const isLate = sql`${isOpen} and next_step_on < ${today}::date`;
	const counted = await ctx.db.execute<Counted>(sql`${scope}, waits as (
			select extract(epoch from coalesce(first_word_at, closed_at, ${now}::timestamptz) - created_at) / 3600 as hours from mine
			where created_at > ${now}::timestamptz - interval '365 days'
				and (first_word_at is not null or created_at + make_interval(days => promised_days) < ${now}::timestamptz))
		select count(*) filter (where ${isOpen})::int as open, count(*) filter (where state = 'new')::int as fresh,
			count(*) filter (where state = 'sleeping')::int as asleep, count(*) filter (where ${isLate})::int as late,
			(select count(*) from waits)::int as measured,
			(select percentile_cont(0.5) within group (order by hours) from waits)::float8 as hours
		from mine`);
	const outcomes = await ctx.db.execute<{ outcome: Outcome; n: number }>(sql`${scope}
		select outcome, count(*)::int as n from mine where state = 'closed' and closed_at > ${now}::timestamptz - interval '365 days'
		group by 1 order by 2 desc, 1`);
	const load = await ctx.db.execute<CaseFigures['load'][number]>(sql`${scope}
		select m.assignee_id as id, coalesce(nullif(p.name, ''), p.email, 'niemand') as name, count(*)::int as open,
			count(*) filter (where ${isLate})::int as late
		from mine m left join people p on p.id = m.assignee_id where state = 'new' or ${isOpen} group by 1, 2 order by 3 desc, 2 limit 50`);
	const [row] = counted.rows;
	if (!row) return nothing;
	const { hours, measured, ...figures } = row;
	return { ...figures, firstWordHours: measured < fewestMeasured ? null : hours, outcomes: outcomes.rows, load: load.rows };
}
