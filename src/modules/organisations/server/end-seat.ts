import { and, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { isOffice, type Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { endDuty } from '#modules/people/server/end-duty.ts';
import { mayManageOrganisation } from '../policy.ts';
import { seatState, whyNotEndSeat } from '../seat.ts';
import { tell } from './internal/tell.ts';
import { validAt } from './internal/valid-seat.ts';
import { organisations, seats } from './tables.ts';

type Ending = { id: string; endsAt?: Date; handoverNote?: string; reason?: string };

/**
 * Ends a seat now, or at a moment to come; its rights end with it, also in the middle of a session. Everybody may end their own, managers everybody's.
 * Throws 409 when nobody would be left to manage the organisation.
 */
export async function endSeat(
	ctx: Ctx,
	{ id, endsAt: wished = ctx.now, handoverNote, reason }: Ending
): Promise<{ organisationId: string; isOwn: boolean }> {
	const { actor } = ctx;
	const endsAt = wished < ctx.now ? ctx.now : wished;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	if (!isUuid(id)) throw notFound();
	return ctx.db.transaction(async (db) => {
		const [seat] = await db.select().from(seats).where(eq(seats.id, id));
		const isOwn = seat?.personId === actor.id;
		if (
			!seat ||
			!(isOwn || mayManageOrganisation(actor, seat.organisationId) || actor.seats?.some((s) => s.organisationId === seat.organisationId))
		)
			throw notFound('Diesen Platz gibt es nicht mehr.');
		if (!isOwn && !mayManageOrganisation(actor, seat.organisationId)) throw forbidden('Plätze beendet, wer die Organisation verwaltet.');
		await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, seat.organisationId)).for('update');
		const otherManagers = await countOthers({ ...ctx, db }, { id, organisationId: seat.organisationId, endsAt });
		const why = whyNotEndSeat({
			state: seatState(seat, ctx.now),
			manages: seat.rights === 'manage',
			otherManagers,
			isNow: endsAt <= ctx.now,
			byOffice: isOffice(actor)
		});
		if (why) throw refused(why.code, why.message);
		const moment = endsAt < seat.startsAt ? seat.startsAt : endsAt;
		await db
			.update(seats)
			.set({ endsAt: moment, handoverNote: handoverNote ?? seat.handoverNote })
			.where(eq(seats.id, id));
		await endDutyUnlessSeatedOtherwise({ ...ctx, db }, { ...seat, endsAt: moment });
		await tell({ ...ctx, db }, seat.organisationId, {
			kind: 'seat.ended',
			personId: seat.personId,
			before: { function: seat.function, endsAt: seat.endsAt?.toISOString() ?? null },
			after: { endsAt: moment.toISOString() },
			reason
		});
		return { organisationId: seat.organisationId, isOwn };
	});
}

/** Who else still manages when this seat has ended. */
async function countOthers(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ id, organisationId, endsAt }: { id: string; organisationId: string; endsAt: Date }
): Promise<number> {
	const lasting = or(isNull(seats.endsAt), gt(seats.endsAt, endsAt));
	const [row] = await ctx.db
		.select({ managers: sql<number>`count(*)::int` })
		.from(seats)
		.where(and(eq(seats.organisationId, organisationId), eq(seats.rights, 'manage'), ne(seats.id, id), validAt(ctx.now), lasting));
	return row?.managers ?? 0;
}

/** Questions to the person for this organisation end with their last seat there. */
async function endDutyUnlessSeatedOtherwise(
	ctx: Pick<Ctx, 'db' | 'now'>,
	{ id, organisationId, personId, endsAt }: { id: string; organisationId: string; personId: string; endsAt: Date }
): Promise<void> {
	const lasting = or(isNull(seats.endsAt), gt(seats.endsAt, endsAt));
	const [other] = await ctx.db
		.select({ id: seats.id })
		.from(seats)
		.where(and(eq(seats.organisationId, organisationId), eq(seats.personId, personId), ne(seats.id, id), validAt(ctx.now), lasting));
	if (!other) await endDuty(ctx, { personId, organisationId, endsAt });
}
