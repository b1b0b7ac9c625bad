import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { measureTexts, type Measure } from '../decision.ts';
import { categoryTexts, type Category } from '../matter.ts';

/** Below this many nothing is said, because few would be recognised. */
export const fewestCounted = 5;

type Line = { text: string; n: number | null };
const said = (n: number) => (n > 0 && n < fewestCounted ? null : n);

/** What the operator says in public of the last twelve months: matters by kind and by decision, and the days until the decision. */
export async function countFigures(
	ctx: Pick<Ctx, 'db' | 'now'>
): Promise<{ total: number | null; medianDays: number | null; categories: Line[]; measures: Line[] }> {
	const since = new Date(ctx.now.getTime() - 365 * 86_400_000).toISOString();
	const { rows } = await ctx.db.execute<{ category: Category; measure: Measure | null; n: number }>(sql`
		select m.category, d.measure, count(*)::int as n from content_matters m left join content_decisions d on d.matter_id = m.id
		where m.created_at >= ${since}::timestamptz group by 1, 2`);
	const { rows: times } = await ctx.db.execute<{ n: number; days: number | null }>(sql`
		select count(*)::int as n, percentile_cont(0.5) within group (order by extract(epoch from decided_at - created_at) / 86400)::float8 as days
		from content_matters where created_at >= ${since}::timestamptz and decided_at is not null`);
	const lines = <K extends string>(names: Record<K, string>, of: (row: (typeof rows)[number]) => string | null): Line[] =>
		(Object.entries(names) as [K, string][])
			.map(([key, text]) => ({ text, n: rows.filter((row) => of(row) === key).reduce((sum, row) => sum + row.n, 0) }))
			.filter(({ n }) => n > 0)
			.map(({ text, n }) => ({ text, n: said(n) }));
	const total = rows.reduce((sum, { n }) => sum + n, 0);
	const [time] = times;
	return {
		total: said(total),
		medianDays: time && time.n >= fewestCounted && time.days !== null ? Math.round(time.days * 10) / 10 : null,
		categories: lines(categoryTexts, ({ category }) => category),
		measures: lines(measureTexts, ({ measure }) => measure)
	};
}
