import { eq } from 'drizzle-orm';
import { forbidden, notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { people } from '#modules/people/server/tables.ts';
import { mayGiveSeats } from '../policy.ts';
import type { NewSeat } from '../seat.ts';
import { openSeat } from './internal/open-seat.ts';
import { organisations } from './tables.ts';

/** The network office seats somebody who has an account, and by it claims an organisation that nobody has claimed yet. Returns the seat's id. */
export async function giveSeat(ctx: Ctx, wish: NewSeat & { organisationId: string; personId: string }): Promise<string> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	if (!mayGiveSeats(ctx.actor)) throw forbidden('Plätze ohne Einladung vergibt nur das Netzwerkbüro.');
	return ctx.db.transaction(async (db) => {
		const [person] = await db.select({ id: people.id }).from(people).where(eq(people.id, wish.personId));
		const [organisation] = await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, wish.organisationId));
		if (!person || !organisation) throw notFound('Diese Person oder Organisation gibt es nicht mehr.');
		return openSeat({ ...ctx, db }, wish);
	});
}
