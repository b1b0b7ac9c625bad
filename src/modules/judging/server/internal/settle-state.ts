import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { Panel } from '../../panel.ts';
import { stateAfter, type Checked } from '../../precheck.ts';
import { candidates, checks, supplements } from '../tables.ts';

/** What was found of every concept of the panel, by its id. */
export async function checkedOf(ctx: Pick<Ctx, 'db' | 'now'>, panel: Panel): Promise<Map<string, Checked>> {
	const rows = await ctx.db
		.select({ conceptId: checks.conceptId, conditionId: checks.conditionId, isMet: checks.isMet })
		.from(checks)
		.innerJoin(candidates, eq(candidates.conceptId, checks.conceptId))
		.where(eq(candidates.procedureId, panel.procedureId));
	const running = await ctx.db
		.select({ conceptId: supplements.conceptId, until: sql<Date>`max(${supplements.until})`.mapWith(supplements.until) })
		.from(supplements)
		.where(and(eq(supplements.procedureId, panel.procedureId), isNull(supplements.answeredAt), gt(supplements.until, ctx.now)))
		.groupBy(supplements.conceptId);
	const untilOf = new Map(running.map(({ conceptId, until }) => [conceptId, until]));
	const findingsOf = Map.groupBy(rows, ({ conceptId }) => conceptId);
	return new Map(
		panel.concepts.map(({ id, number, state, hiddenAt, checkedAt }) => [
			id,
			{
				...{ number, state, hiddenAt, checkedAt, runningUntil: untilOf.get(id) ?? null },
				findings: new Map((findingsOf.get(id) ?? []).map(({ conditionId, isMet }) => [conditionId, isMet]))
			}
		])
	);
}

/** Brings the state of a candidate in line with what was found; what is excluded stays so. */
export async function settleState(ctx: Ctx, panel: Panel, conceptId: string): Promise<void> {
	const checked = (await checkedOf(ctx, panel)).get(conceptId);
	if (!checked || checked.state === 'excluded') return;
	await ctx.db
		.update(candidates)
		.set({ state: stateAfter(panel.frozen.eligibility, checked) })
		.where(eq(candidates.conceptId, conceptId));
}
