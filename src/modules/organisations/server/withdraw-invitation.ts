import { and, eq, isNull } from 'drizzle-orm';
import { forbidden, notFound, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { hintOf } from '../invitation.ts';
import { mayManageOrganisation } from '../policy.ts';
import { tell } from './internal/tell.ts';
import { invitations } from './tables.ts';

/** Takes an open invitation back; its link stops working. */
export async function withdrawInvitation(ctx: Ctx, { id, organisationId }: { id: string; organisationId: string }): Promise<void> {
	if (!isSignedInPerson(ctx.actor)) throw unauthenticated();
	if (!mayManageOrganisation(ctx.actor, organisationId)) throw forbidden('Einladungen nimmt zurück, wer die Organisation verwaltet.');
	await ctx.db.transaction(async (db) => {
		const own = and(eq(invitations.id, id), eq(invitations.organisationId, organisationId));
		const [gone] = await db
			.update(invitations)
			.set({ withdrawnAt: ctx.now })
			.where(and(own, isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
			.returning({ email: invitations.email });
		if (!gone) throw notFound('Diese Einladung ist schon angenommen oder zurückgenommen.');
		await tell({ ...ctx, db }, organisationId, { kind: 'invitation.withdrawn', before: { email: hintOf(gone.email) } });
	});
}
