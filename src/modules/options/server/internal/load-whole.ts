import { asc, desc, eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { movesFrom, standAfter, standOf, type Move, type Stand } from '../../milestone.ts';
import { isRunning } from '../../option.ts';
import { optionMilestones, optionRemedies, optionReports, optionSteps, optionTalks } from '../tables.ts';
import type { OptionRow } from './desk-for.ts';

export type Report = { id: string; milestoneId: string | null; text: string; hasPhoto: boolean; at: Date };
export type Milestone = typeof optionMilestones.$inferSelect & { stand: Stand; moves: Move[]; reports: Report[] };

async function reportsOf({ db }: Pick<Ctx, 'db'>, optionId: string): Promise<Report[]> {
	const rows = await db
		.select()
		.from(optionReports)
		.where(eq(optionReports.optionId, optionId))
		.orderBy(desc(optionReports.at), desc(optionReports.id))
		.limit(300);
	return rows.map(({ id, milestoneId, text, photoKey, at }) => ({ id, milestoneId, text, hasPhoto: photoKey !== null, at }));
}

const stepsOf = ({ db }: Pick<Ctx, 'db'>, optionId: string) =>
	db
		.select({
			...{ id: optionSteps.id, step: optionSteps.step, endsOn: optionSteps.endsOn, reason: optionSteps.reason },
			...{ at: optionSteps.at, by: people.name }
		})
		.from(optionSteps)
		.leftJoin(people, eq(people.id, optionSteps.byPersonId))
		.where(eq(optionSteps.optionId, optionId))
		.orderBy(desc(optionSteps.at), desc(optionSteps.id));

/** All of an option, for those who may read it. */
export async function loadWhole(ctx: Pick<Ctx, 'db' | 'now'>, option: OptionRow) {
	const today = dayOf(ctx.now);
	const reports = await reportsOf(ctx, option.id);
	const rows = await ctx.db
		.select()
		.from(optionMilestones)
		.where(eq(optionMilestones.optionId, option.id))
		.orderBy(asc(optionMilestones.dueOn), asc(optionMilestones.id));
	const milestones = rows.map((row): Milestone => ({
		...row,
		...{ stand: isRunning(option.state) ? standOf(row, today) : standAfter(row), moves: movesFrom(row.state) },
		reports: reports.filter(({ milestoneId }) => milestoneId === row.id)
	}));
	const talks = await ctx.db.select().from(optionTalks).where(eq(optionTalks.optionId, option.id)).orderBy(desc(optionTalks.on));
	const remedies = await ctx.db
		.select()
		.from(optionRemedies)
		.where(eq(optionRemedies.optionId, option.id))
		.orderBy(desc(optionRemedies.until));
	const between = reports.filter(({ milestoneId }) => milestoneId === null);
	return { option, milestones, between, talks, remedies, history: await stepsOf(ctx, option.id) };
}
export type WholeOption = Awaited<ReturnType<typeof loadWhole>>;
