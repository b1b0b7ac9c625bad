import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PartKind } from '../../forms.ts';
import { procedureAreas, procedureEligibility, procedureLeaves } from '../tables.ts';

/** Where the parts of a kind are kept. */
export const partTables = { area: procedureAreas, leaf: procedureLeaves, eligibility: procedureEligibility };

const within = (kind: PartKind, procedureId: string): SQL | undefined => {
	if (kind === 'area') return eq(procedureAreas.procedureId, procedureId);
	if (kind === 'eligibility') return eq(procedureEligibility.procedureId, procedureId);
	return sql`${procedureLeaves.areaId} in (select a.id from procedure_areas a where a.procedure_id = ${procedureId})`;
};

/** A part of this procedure with those among which it stands, in order. Throws 404. */
export async function partAmongOthers(ctx: Ctx, { id, part, partId }: { id: string; part: PartKind; partId: string }): Promise<string[]> {
	const table = partTables[part];
	const [found] = await ctx.db
		.select({ id: table.id })
		.from(table)
		.where(and(eq(table.id, partId), within(part, id)));
	if (!found) throw notFound('Das gibt es nicht mehr. Jemand hat es inzwischen entfernt.');
	const siblings =
		part === 'leaf' ? sql`${procedureLeaves.areaId} = (select l.area_id from procedure_leaves l where l.id = ${partId})` : within(part, id);
	const rows = await ctx.db.select({ id: table.id }).from(table).where(siblings).orderBy(asc(table.position), asc(table.id));
	return rows.map((row) => row.id);
}
