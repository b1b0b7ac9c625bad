import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { CriteriaSet } from '../../criteria-set.ts';
import { procedureAreas, procedureEligibility } from '../tables.ts';
import { insertSet } from './insert-set.ts';

/** Puts a whole set of criteria in the place of what stands there. In the transaction of the caller, who has asked who may. */
export async function putSet(ctx: Ctx, procedureId: string, set: CriteriaSet): Promise<void> {
	await ctx.db.delete(procedureAreas).where(eq(procedureAreas.procedureId, procedureId));
	await ctx.db.delete(procedureEligibility).where(eq(procedureEligibility.procedureId, procedureId));
	await insertSet(ctx, procedureId, set);
}
