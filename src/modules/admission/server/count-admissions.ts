import { sql } from 'drizzle-orm';
import { findWorkplace } from '#modules/networks/server/find-workplace.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { maySeeDossiers } from '../policy.ts';

export type QuarterFigure = { quarter: string; submitted: number; admitted: number; declined: number };
export type AdmissionFigures = {
	quarters: QuarterFigure[];
	/** Median days from the first sending to the decision, and of how many. */
	medianDays: number | null;
	decided: number;
	/** Of the decisions, 0 to 1. */
	shareAdmitted: number | null;
	/** Steps that kept their promised day, of those that had one; 0 to 1. */
	shareInTime: number | null;
};

/** How many applied and how it went, by quarter of the last two years, and how long it took. */
export async function countAdmissions(ctx: Ctx, slug: string): Promise<AdmissionFigures> {
	const { network } = await findWorkplace(ctx, { slug, may: maySeeDossiers });
	const now = ctx.now.toISOString();
	const { rows: quarters } = await ctx.db.execute<QuarterFigure>(sql`
		with span as (select generate_series(date_trunc('quarter', ${now}::timestamptz) - interval '21 months', date_trunc('quarter', ${now}::timestamptz), '3 months') as q),
			moves as (select c."transition", date_trunc('quarter', c.at) as q from application_changes c join applications a on a.id = c.application_id where a.network_id = ${network.id})
		select to_char(span.q, 'YYYY "Q"Q') as quarter,
			(select count(*)::int from moves m where m.q = span.q and m."transition" = 'submit') as submitted,
			(select count(*)::int from moves m where m.q = span.q and m."transition" = 'admit') as admitted,
			(select count(*)::int from moves m where m.q = span.q and m."transition" = 'decline') as declined
		from span order by span.q`);
	const { rows } = await ctx.db.execute<Omit<AdmissionFigures, 'quarters'>>(sql`
		with mine as (select * from applications where network_id = ${network.id} and decided_at is not null and submitted_at is not null),
			moves as (select c.at, c.due_on, lead(c.at) over (partition by c.application_id order by c.at, c.id) as next from application_changes c
				join applications a on a.id = c.application_id where a.network_id = ${network.id})
		select (select percentile_cont(0.5) within group (order by extract(epoch from decided_at - submitted_at) / 86400) from mine)::float8 as "medianDays",
			(select count(*)::int from mine) as decided,
			(select avg((state <> 'declined')::int)::float8 from mine) as "shareAdmitted",
			(select avg((next::date <= due_on)::int)::float8 from moves where due_on is not null and next is not null) as "shareInTime"`);
	const [sum] = rows;
	return {
		quarters,
		medianDays: sum?.medianDays ?? null,
		decided: sum?.decided ?? 0,
		shareAdmitted: sum?.shareAdmitted ?? null,
		shareInTime: sum?.shareInTime ?? null
	};
}
