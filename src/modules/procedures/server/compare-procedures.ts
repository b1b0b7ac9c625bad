import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import { editedMunicipalities, isAdmin, type Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { comparisonOf, sideOfCriteria, sideOfSet, type Side } from '../compare.ts';
import { kindRules, type Kind } from '../procedure.ts';
import { templateOf, templates } from '../templates.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { procedureAtDesk } from './internal/procedure-for.ts';
import { procedures } from './tables.ts';

/** Only what weighs something can be compared. */
const weighing = (Object.keys(kindRules) as Kind[]).filter((kind) => kindRules[kind].hasCriteria);

/** What can stand beside a procedure: our templates, and the other procedures at the same desk. Throws 401 and 404. */
export async function listComparable(
	ctx: Ctx,
	id: string
): Promise<{ templates: Record<string, string>; procedures: Record<string, string> }> {
	await procedureAtDesk(ctx, id);
	const mine = isAdmin(ctx.actor) ? undefined : inArray(properties.ags, editedMunicipalities(ctx.actor));
	const rows = await ctx.db
		.select({ id: procedures.id, title: procedures.title })
		.from(procedures)
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.where(and(mine, ne(procedures.id, id), ne(procedures.state, 'discarded'), inArray(procedures.kind, weighing)))
		.orderBy(desc(procedures.updatedAt))
		.limit(50);
	return {
		templates: Object.fromEntries(templates.map(({ key, title }) => [key, title])),
		procedures: Object.fromEntries(rows.map((row) => [row.id, row.title]))
	};
}

async function sideOf(ctx: Ctx, key: string): Promise<Side> {
	const template = templateOf(key);
	if (template) return sideOfSet(template.set);
	const { row } = await procedureAtDesk(ctx, key);
	return sideOfCriteria(row.title, await loadCriteria(ctx, row.id));
}

/** Two sets of criteria side by side. `beside`: a template or another procedure at the same desk. Throws 401 and 404. */
export async function compareProcedures(ctx: Ctx, { id, beside }: { id: string; beside: string }) {
	const [left, right] = [await sideOf(ctx, id), await sideOf(ctx, beside)];
	return { left: left.title, right: right.title, ...comparisonOf(left, right) };
}
