import { eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { invitationState, type InvitationState } from '../invitation.ts';
import type { Rights, SeatFunction } from '../seat.ts';
import { invitations, organisations } from './tables.ts';

export type Invitation = {
	id: string;
	organisation: { id: string; name: string };
	email: string;
	function: SeatFunction;
	title: string | null;
	rights: Rights;
	successorOf: string | null;
	state: InvitationState;
};

/** The invitation behind a link from a mail; looking uses nothing up. Throws 410 for a link that was changed or is too old. */
export async function findInvitation(ctx: Pick<Ctx, 'db' | 'now'>, link: string): Promise<Invitation> {
	const { invitation: id = '' } = await verifyLink(ctx, { purpose: 'invitation', token: link });
	const [row] = await ctx.db
		.select({ invitation: invitations, organisation: { id: organisations.id, name: organisations.name } })
		.from(invitations)
		.innerJoin(organisations, eq(organisations.id, invitations.organisationId))
		.where(eq(invitations.id, id));
	if (!row) throw notFound('Diese Einladung gibt es nicht mehr.');
	const { email, title, rights, successorOf } = row.invitation;
	const state = invitationState(row.invitation, ctx.now);
	return { id, organisation: row.organisation, email, function: row.invitation.function, title, rights, successorOf, state };
}
