import { and, eq, isNull } from 'drizzle-orm';
import { forbidden, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { hintOf, whyNotAccept } from '../invitation.ts';
import { findInvitation } from './find-invitation.ts';
import { openSeat } from './internal/open-seat.ts';
import { invitations } from './tables.ts';

/** Takes the seat that the invitation offers. Of two clicks at the same moment one counts. Returns the organisation's id. */
export async function acceptInvitation(ctx: Ctx, { link }: { link: string }): Promise<{ organisationId: string }> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const invitation = await findInvitation(ctx, link);
	const why = whyNotAccept(invitation.state, { email: invitation.email, own: actor.email });
	if (why?.code === 'other-address') throw forbidden(why.message);
	if (why) throw refused(why.code, why.message);
	const { id, organisation, title, rights, successorOf } = invitation;
	await ctx.db.transaction(async (db) => {
		const { rowCount } = await db
			.update(invitations)
			.set({ acceptedAt: ctx.now, acceptedBy: actor.id, email: hintOf(actor.email) })
			.where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)));
		if (!rowCount) throw refused('invitation-used', 'Diese Einladung ist schon angenommen. Jeder Link gilt nur einmal.');
		const seat = { function: invitation.function, rights, title, successorOf };
		await openSeat({ ...ctx, db }, { organisationId: organisation.id, personId: actor.id, ...seat });
	});
	return { organisationId: organisation.id };
}
