import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { forbidden } from '#lib/refusal.ts';
import { isOffice, type Ctx } from '#modules/people/actor.ts';
import { validAt } from './internal/valid-seat.ts';
import { organisations, seats } from './tables.ts';

/** The ids of everybody who edits for a municipality right now; for the network office. */
export async function listMunicipalStaff(ctx: Ctx): Promise<string[]> {
	if (!isOffice(ctx.actor)) throw forbidden();
	const rows = await ctx.db
		.selectDistinct({ id: seats.personId })
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.where(and(isNotNull(organisations.ags), ne(seats.rights, 'read'), validAt(ctx.now)));
	return rows.map(({ id }) => id);
}
