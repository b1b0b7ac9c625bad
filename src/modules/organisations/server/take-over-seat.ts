import { and, eq, inArray, isNull } from 'drizzle-orm';
import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { passDuty } from '#modules/people/server/end-duty.ts';
import { findHandover, type Handover } from './find-handover.ts';
import { tell } from './internal/tell.ts';
import { contactPoints, seats } from './tables.ts';

/** Takes over what somebody left: their contact points name the successor from now on, and the history says who took over. */
export async function takeOverSeat(ctx: Ctx, id: string): Promise<Handover> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	return ctx.db.transaction(async (db) => {
		const left = await findHandover({ ...ctx, db }, id);
		const { rowCount } = await db
			.update(seats)
			.set({ handoverDoneAt: ctx.now })
			.where(and(eq(seats.id, id), isNull(seats.handoverDoneAt)));
		if (!rowCount) throw refused('handed-over', 'Das hat schon jemand übernommen.');
		const ids = left.contacts.map((contact) => contact.id);
		if (ids.length)
			await db
				.update(contactPoints)
				.set({ name: actor.name || null, email: actor.email, updatedAt: ctx.now })
				.where(inArray(contactPoints.id, ids));
		await passDuty({ ...ctx, db }, { personId: left.personId, organisationId: left.organisation.id, to: actor.id });
		await tell({ ...ctx, db }, left.organisation.id, { kind: 'seat.handed_over', personId: left.personId });
		return left;
	});
}
