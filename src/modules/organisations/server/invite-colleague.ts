import { and, eq, gt, isNull, lte, sql } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { forbidden, notFound, Refusal, refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { people } from '#modules/people/server/tables.ts';
import type { InvitationInput } from '../forms.ts';
import { hintOf, invitationDays, invitationsPerDay } from '../invitation.ts';
import { mayManageOrganisation } from '../policy.ts';
import { mailInvitation } from './internal/mail-invitation.ts';
import { tell } from './internal/tell.ts';
import { validAt } from './internal/valid-seat.ts';
import { invitations, organisations, seats } from './tables.ts';

const day = 86_400_000;

/** Asks somebody by mail to take a seat. The same address is asked once at a time. Returns the invitation's id. */
export async function inviteColleague(
	ctx: Ctx,
	{ organisationId, ...wish }: InvitationInput & { organisationId: string }
): Promise<string> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	if (!mayManageOrganisation(actor, organisationId)) throw forbidden('Einladen darf, wer die Organisation verwaltet.');
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [organisation] = await db
			.select({ name: organisations.name })
			.from(organisations)
			.where(eq(organisations.id, organisationId))
			.for('update');
		if (!organisation) throw notFound();
		await checkInvitation(inside, { organisationId, email: wish.email });
		const open = and(eq(invitations.organisationId, organisationId), eq(invitations.email, wish.email), isNull(invitations.acceptedAt));
		await db
			.update(invitations)
			.set({ withdrawnAt: ctx.now })
			.where(and(open, isNull(invitations.withdrawnAt), lte(invitations.expiresAt, ctx.now)));
		const id = newId();
		const expiresAt = new Date(ctx.now.getTime() + invitationDays * day);
		const { title = null, successorOf = null, email, rights } = wish;
		const row = { id, organisationId, email, function: wish.function, title, rights, successorOf, createdBy: actor.id };
		const { rowCount } = await db
			.insert(invitations)
			.values({ ...row, createdAt: ctx.now, expiresAt })
			.onConflictDoNothing();
		if (!rowCount) throw refused('invited-already', 'Diese Adresse ist schon eingeladen. Die Einladung wartet noch auf Antwort.', 'email');
		await tell(inside, organisationId, { kind: 'invitation.sent', after: { email: hintOf(email), function: wish.function, rights } });
		await mailInvitation(inside, { id, organisation: organisation.name, ...wish });
		return id;
	});
}

/** Throws 429 after twenty invitations in a day, 422 when the address belongs to somebody who is in already. */
async function checkInvitation(ctx: Ctx, { organisationId, email }: { organisationId: string; email: string }): Promise<void> {
	const since = gt(invitations.createdAt, new Date(ctx.now.getTime() - day));
	const [today] = await ctx.db
		.select({ count: sql<number>`count(*)::int` })
		.from(invitations)
		.where(and(eq(invitations.organisationId, organisationId), since));
	if ((today?.count ?? 0) >= invitationsPerDay)
		throw new Refusal(429, 'too-many-invitations', { message: 'Für heute sind es genug Einladungen. Morgen geht es weiter.' });
	const [member] = await ctx.db
		.select({ id: seats.id })
		.from(seats)
		.innerJoin(people, eq(people.id, seats.personId))
		.where(and(eq(seats.organisationId, organisationId), eq(people.email, email), validAt(ctx.now)));
	if (member) throw refused('member-already', 'Wer diese Adresse benutzt, hat hier schon einen Platz.', 'email');
}
