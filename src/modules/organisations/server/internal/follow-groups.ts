import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { seatChanges, wantedSeats, type Provider } from '../../provider.ts';
import { seats } from '../tables.ts';
import { openSeat } from './open-seat.ts';
import { tell } from './tell.ts';

type Following = { personId: string; provider: Pick<Provider, 'via' | 'rules' | 'name'>; groups: readonly string[] };

/** Makes the seats that a provider gave somebody those that its groups give now: gained ones start, lost ones end, each told in the history. Seats given by hand stay. */
export async function followGroups(ctx: Ctx, { personId, provider, groups }: Following): Promise<void> {
	const { via, rules } = provider;
	const lasting = or(isNull(seats.endsAt), gt(seats.endsAt, ctx.now));
	const held = await ctx.db
		.select()
		.from(seats)
		.where(and(eq(seats.personId, personId), lasting));
	const own = held.filter((seat) => seat.via === via);
	const byHand = held.filter((seat) => seat.via !== via && seat.endsAt === null);
	const { open, change, end } = seatChanges(own, wantedSeats(rules, groups));
	for (const { id, organisationId, ...seat } of end) await leave(ctx, { id, organisationId, personId, before: seat.function });
	for (const { id, organisationId, rights, to, group } of change) {
		await ctx.db.update(seats).set({ rights: to }).where(eq(seats.id, id));
		await tell(ctx, organisationId, {
			kind: 'seat.rights_changed',
			personId,
			before: { rights },
			after: { rights: to },
			reason: because(group)
		});
	}
	for (const { group, ...seat } of open)
		if (!byHand.some((other) => other.organisationId === seat.organisationId && other.function === seat.function))
			await openSeat(ctx, { ...seat, personId, via, reason: because(group) });
}

const because = (group: string) => `Gruppe „${group}“ im Anmeldedienst`;

async function leave(
	ctx: Ctx,
	{ id, organisationId, personId, before }: { id: string; organisationId: string; personId: string; before: string }
): Promise<void> {
	await ctx.db.update(seats).set({ endsAt: ctx.now }).where(eq(seats.id, id));
	await tell(ctx, organisationId, {
		kind: 'seat.ended',
		personId,
		before: { function: before, endsAt: null },
		after: { endsAt: ctx.now.toISOString() },
		reason: 'Im Anmeldedienst gehört die Person nicht mehr zu der Gruppe.'
	});
}
