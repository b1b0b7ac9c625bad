import { and, eq, isNull, or } from 'drizzle-orm';
import type { Ctx, HeldSeat } from '#modules/people/actor.ts';
import { validAt } from './internal/valid-seat.ts';
import { organisations, seats } from './tables.ts';

/**
 * The seats that somebody holds at this very moment, in one indexed query. One that ended a second ago is not among them, nor one that an identity provider
 * gave when the asking session did not begin there.
 */
export async function findHeldSeats(ctx: Pick<Ctx, 'db' | 'now' | 'session'>, personId: string): Promise<HeldSeat[]> {
	const via = ctx.session?.via;
	return ctx.db
		.select({ organisationId: seats.organisationId, rights: seats.rights, ags: organisations.ags })
		.from(seats)
		.innerJoin(organisations, eq(organisations.id, seats.organisationId))
		.where(and(eq(seats.personId, personId), validAt(ctx.now), or(isNull(seats.via), via ? eq(seats.via, via) : undefined)))
		.orderBy(seats.startsAt, seats.id);
}
