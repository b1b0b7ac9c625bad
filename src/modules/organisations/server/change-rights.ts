import { eq } from 'drizzle-orm';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { isOffice, type Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { mayManageOrganisation } from '../policy.ts';
import { seatState, whyNotChangeRights, type Rights } from '../seat.ts';
import { countManagers } from './internal/managers.ts';
import { tell } from './internal/tell.ts';
import { organisations, seats } from './tables.ts';

/** What somebody may do in their seat, from the next request on. Somebody always manages. */
export async function changeRights(
	ctx: Ctx,
	{ id, organisationId, rights }: { id: string; organisationId: string; rights: Rights }
): Promise<void> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	if (!mayManageOrganisation(actor, organisationId)) throw forbidden('Rechte ändert, wer die Organisation verwaltet.');
	await ctx.db.transaction(async (db) => {
		await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId)).for('update');
		const [seat] = await db.select().from(seats).where(eq(seats.id, id));
		if (seat?.organisationId !== organisationId) throw notFound('Diesen Platz gibt es nicht mehr.');
		const { managers } = await countManagers({ ...ctx, db }, { organisationId, personId: seat.personId });
		const why = whyNotChangeRights({
			state: seatState(seat, ctx.now),
			isLastManager: seat.rights === 'manage' && rights !== 'manage' && managers <= 1,
			byOffice: isOffice(actor)
		});
		if (why) throw refused(why.code, why.message);
		if (seat.rights === rights) return;
		await db.update(seats).set({ rights }).where(eq(seats.id, id));
		await tell({ ...ctx, db }, organisationId, {
			kind: 'seat.rights_changed',
			personId: seat.personId,
			before: { rights: seat.rights },
			after: { rights }
		});
	});
}
