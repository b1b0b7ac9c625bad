import { and, eq, inArray } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { units } from '#modules/properties/server/tables.ts';
import { procedureUnits } from '../tables.ts';

/** Which units a procedure is about, of its own house; none means the whole. In the caller's transaction. Throws 422. */
export async function keepUnits(
	ctx: Ctx,
	{ id, propertyId, unitIds }: { id: string; propertyId: string; unitIds: string[] }
): Promise<void> {
	const known = unitIds.length ? await ctx.db.$count(units, and(eq(units.propertyId, propertyId), inArray(units.id, unitIds))) : 0;
	if (known !== unitIds.length) throw refused('no-unit', 'Einen dieser Räume gibt es in dem Haus nicht mehr. Bitte neu wählen.', 'unitIds');
	await ctx.db.delete(procedureUnits).where(eq(procedureUnits.procedureId, id));
	if (unitIds.length) await ctx.db.insert(procedureUnits).values(unitIds.map((unitId) => ({ procedureId: id, unitId })));
}
