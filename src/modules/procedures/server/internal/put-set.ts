import { eq } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { CriteriaSet } from '../../criteria-set.ts';
import { procedureAreas, procedureEligibility, procedureLeaves } from '../tables.ts';

/** Puts a whole set of criteria in the place of what stands there. In the transaction of the caller, who has asked who may. */
export async function putSet(ctx: Ctx, procedureId: string, { areas, eligibility }: CriteriaSet): Promise<void> {
	await ctx.db.delete(procedureAreas).where(eq(procedureAreas.procedureId, procedureId));
	await ctx.db.delete(procedureEligibility).where(eq(procedureEligibility.procedureId, procedureId));
	const stamp = { updatedBy: ctx.actor?.id ?? null, updatedAt: ctx.now };
	const conditions = eligibility.map((one, n) => ({ id: newId(), procedureId, position: n + 1, ...one, ...stamp }));
	const rows = areas.map(({ criteria, ...area }, n) => ({
		criteria,
		row: { id: newId(), procedureId, position: n + 1, ...area, ...stamp }
	}));
	const leaves = rows.flatMap(({ criteria, row }) =>
		criteria.map((leaf, n) => ({ id: newId(), areaId: row.id, position: n + 1, ...leaf, ...stamp }))
	);
	if (conditions.length) await ctx.db.insert(procedureEligibility).values(conditions);
	if (rows.length) await ctx.db.insert(procedureAreas).values(rows.map(({ row }) => row));
	if (leaves.length) await ctx.db.insert(procedureLeaves).values(leaves);
}
