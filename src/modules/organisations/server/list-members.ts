import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { invitationState, type InvitationState } from '../invitation.ts';
import { mayLookInside, mayManageOrganisation } from '../policy.ts';
import { seatState, type Rights, type SeatFunction, type SeatState } from '../seat.ts';
import { invitations, seats } from './tables.ts';

export type Member = {
	id: string;
	personId: string;
	name: string;
	email: string;
	function: SeatFunction;
	title: string | null;
	rights: Rights;
	startsAt: Date;
	endsAt: Date | null;
	successorOf: string | null;
	handoverNote: string | null;
	handoverDoneAt: Date | null;
	/** A group of the organisation's identity provider gives it. */
	fromProvider: boolean;
	state: SeatState;
};
type WaitingInvitation = {
	id: string;
	email: string;
	function: SeatFunction;
	title: string | null;
	rights: Rights;
	expiresAt: Date;
	state: InvitationState;
};

const order: Record<SeatState, number> = { valid: 0, coming: 1, ended: 2 };

/** Who holds, held or will hold a seat, the valid ones first; for its own people and the office. Throws notFound. */
export async function listMembers(ctx: Ctx, organisationId: string): Promise<Member[]> {
	if (!mayLookInside(ctx.actor, organisationId)) throw notFound();
	const rows = await ctx.db
		.select({ seat: seats, name: people.name, email: people.email })
		.from(seats)
		.innerJoin(people, eq(people.id, seats.personId))
		.where(eq(seats.organisationId, organisationId))
		.orderBy(asc(seats.startsAt), asc(seats.id));
	return rows
		.map(({ seat, name, email }) => {
			const { id, personId, title, rights, startsAt, endsAt, successorOf, handoverNote, handoverDoneAt } = seat;
			const state = seatState(seat, ctx.now);
			const term = { startsAt, endsAt, successorOf, handoverNote, handoverDoneAt, fromProvider: seat.via !== null, state };
			return { id, personId, name, email, function: seat.function, title, rights, ...term };
		})
		.sort((a, b) => order[a.state] - order[b.state]);
}

/** Invitations that nobody has accepted or taken back; for those who manage. */
export async function listInvitations(ctx: Ctx, organisationId: string): Promise<WaitingInvitation[]> {
	if (!mayManageOrganisation(ctx.actor, organisationId)) return [];
	const rows = await ctx.db
		.select()
		.from(invitations)
		.where(and(eq(invitations.organisationId, organisationId), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
		.orderBy(desc(invitations.createdAt));
	return rows.map((row) => {
		const { id, email, title, rights, expiresAt } = row;
		return { id, email, function: row.function, title, rights, expiresAt, state: invitationState(row, ctx.now) };
	});
}
