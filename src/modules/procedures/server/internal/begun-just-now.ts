import { and, desc, eq, gt } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { CreateInput } from '../../forms.ts';
import { procedures, procedureUnits } from '../tables.ts';

const justNow = 60_000;

/** The draft that the same person began a moment ago with the same words: a button pressed twice begins one. In the caller's transaction, one at a time for a house. */
export async function begunJustNow(
	{ db, actor, now }: Ctx,
	{ raum, title, kind, unitIds }: Pick<CreateInput, 'raum' | 'title' | 'kind' | 'unitIds'>
): Promise<string | null> {
	if (!actor) return null;
	await db.select({ id: properties.id }).from(properties).where(eq(properties.id, raum)).for('update');
	const same = [eq(procedures.propertyId, raum), eq(procedures.title, title), eq(procedures.kind, kind), eq(procedures.state, 'draft')];
	const [found] = await db
		.select({ id: procedures.id })
		.from(procedures)
		.where(and(...same, eq(procedures.createdBy, actor.id), gt(procedures.createdAt, new Date(now.getTime() - justNow))))
		.orderBy(desc(procedures.createdAt))
		.limit(1);
	if (!found) return null;
	const rows = await db.select({ unitId: procedureUnits.unitId }).from(procedureUnits).where(eq(procedureUnits.procedureId, found.id));
	const isSame = rows.length === unitIds.length && rows.every(({ unitId }) => unitIds.includes(unitId));
	return isSame ? found.id : null;
}
