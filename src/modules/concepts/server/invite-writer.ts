import { and, eq, gt, isNull } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import { hintOf } from '#modules/organisations/invitation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isSignedInPerson } from '#modules/people/policy.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { verifyLink } from '#modules/people/server/verify-link.ts';
import { wasEverNamed } from '#modules/procedures/server/load-duties.ts';
import { procedures } from '#modules/procedures/server/tables.ts';
import { conceptForLead, type Held } from './internal/concept-for.ts';
import { conceptInvitations, conceptMembers, concepts } from './tables.ts';

export const invitationDays = 14;
const mostWriters = 20;
const purpose = 'concept-invitation';
const since = (now: Date) => new Date(now.getTime() - invitationDays * 86_400_000);

/** Its subject names neither the procedure nor that somebody hands in: those who see which mails came back must not learn of it. */
async function mailIt(ctx: Ctx, { procedure }: Held, { id, to }: { id: string; to: string }): Promise<void> {
	await addMail(ctx, {
		to,
		template: 'letter',
		data: {
			title: 'Einladung, an einem Text mitzuschreiben',
			paragraphs: [
				`${ctx.actor?.name || 'Jemand'} lädt Euch ein, am Konzept für „${procedure.title}“ mitzuschreiben.`,
				`Der Link gilt ${invitationDays} Tage und einmal. Angemeldet wird sich mit dieser Mailadresse; ein Konto entsteht dabei von selbst.`
			],
			button: {
				text: 'Einladung ansehen',
				href: '/konto/konzepte/einladung',
				sign: { purpose, data: { invitation: id }, days: invitationDays }
			},
			why: 'Diese Mail kommt, weil jemand diese Adresse eingegeben hat. Wer nichts damit zu tun hat, braucht nichts zu tun.'
		}
	});
}

/** Asks one mailbox to write along. Whether an address has an account is not to be learned from it. Throws 401, 403, 404, 409, 422, 429. */
export async function inviteWriter(ctx: Ctx, { id: conceptId, email }: { id: string; email: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const held = await conceptForLead(inside, conceptId);
		if (email === ctx.actor?.email.toLowerCase()) throw refused('oneself', 'Das ist Eure eigene Adresse. Ihr schreibt schon mit.', 'email');
		await countTry(inside, { what: 'concept-invitation', who: ctx.actor?.id ?? '', limit: 20, minutes: 1440 });
		if (held.members.length >= mostWriters)
			throw refused('too-many', `Höchstens ${mostWriters} Menschen schreiben an einem Konzept.`, 'email');
		const waiting = and(
			...[eq(conceptInvitations.conceptId, conceptId), eq(conceptInvitations.email, email)],
			...[isNull(conceptInvitations.endedAt), gt(conceptInvitations.createdAt, since(ctx.now))]
		);
		if (await db.$count(conceptInvitations, waiting))
			throw refused('invited-already', 'Diese Adresse ist schon eingeladen. Die Einladung wartet noch auf Antwort.', 'email');
		const id = newId();
		await db.insert(conceptInvitations).values({ id, conceptId, email, createdBy: ctx.actor?.id ?? null, createdAt: ctx.now });
		await mailIt(inside, held, { id, to: email });
		return id;
	});
}

/** Takes an invitation back; its link stops working. Throws 401, 403, 404. */
export async function withdrawWriterInvitation(ctx: Ctx, { id, invitationId }: { id: string; invitationId: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		await conceptForLead({ ...ctx, db }, id);
		const open = and(eq(conceptInvitations.id, invitationId), eq(conceptInvitations.conceptId, id), isNull(conceptInvitations.endedAt));
		const [gone] = await db.update(conceptInvitations).set({ endedAt: ctx.now, email: '' }).where(open).returning();
		if (!gone) throw notFound('Diese Einladung ist schon angenommen oder zurückgenommen.');
	});
}

export type WriterInvitation = { id: string; conceptId: string; email: string; procedure: string; isOpen: boolean; isMine: boolean };

/** The invitation behind a link, and whether the reader writes along already; looking uses nothing up. Throws 410 for a link that was changed or is too old, 404 where it is gone. */
export async function findWriterInvitation(ctx: Ctx, link: string): Promise<WriterInvitation> {
	const { invitation: id = '' } = await verifyLink(ctx, { purpose, token: link });
	const { conceptId, email, endedAt } = conceptInvitations;
	const [found] = isUuid(id)
		? await ctx.db
				.select({ id: conceptInvitations.id, conceptId, email, endedAt, procedure: procedures.title })
				.from(conceptInvitations)
				.innerJoin(concepts, eq(concepts.id, conceptId))
				.innerJoin(procedures, eq(procedures.id, concepts.procedureId))
				.where(eq(conceptInvitations.id, id))
		: [];
	if (!found) throw notFound('Diese Einladung gibt es nicht mehr.');
	const { endedAt: ended, ...invitation } = found;
	const me = and(eq(conceptMembers.conceptId, found.conceptId), eq(conceptMembers.personId, ctx.actor?.id ?? ''));
	const isMine = isSignedInPerson(ctx.actor) && (await ctx.db.$count(conceptMembers, me)) > 0;
	return { ...invitation, isOpen: ended === null, isMine };
}

/** Joins the concept that an invitation is for, with the mail address that it went to. Returns the concept's id. Throws 401, 403, 404, 409, 410. */
export async function acceptWriterInvitation(ctx: Ctx, { link }: { link: string }): Promise<string> {
	const { actor } = ctx;
	if (!isSignedInPerson(actor)) throw unauthenticated();
	const { id, conceptId, email, isOpen } = await findWriterInvitation(ctx, link);
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const me = and(eq(conceptMembers.conceptId, conceptId), eq(conceptMembers.personId, actor.id));
		if (await db.$count(conceptMembers, me)) return conceptId;
		if (!isOpen) throw refused('invitation-used', 'Diese Einladung ist schon benutzt oder zurückgenommen. Bittet um eine neue.');
		if (email !== actor.email.toLowerCase())
			throw forbidden(`Diese Einladung ging an ${hintOf(email)}. Bitte mit dieser Adresse anmelden, oder um eine eigene bitten.`);
		// the procedure first: whoever is named in it meanwhile waits, or is seen here
		const [about] = await db.select({ procedureId: concepts.procedureId }).from(concepts).where(eq(concepts.id, conceptId));
		await db
			.select({ id: procedures.id })
			.from(procedures)
			.where(eq(procedures.id, about?.procedureId ?? ''))
			.for('share');
		const [concept] = await db.select().from(concepts).where(eq(concepts.id, conceptId)).for('update');
		if (await wasEverNamed(inside, concept?.procedureId ?? ''))
			throw forbidden('Wer im Verfahren prüft, wertet oder öffnet, kann an keinem Konzept mitschreiben.');
		const open = and(eq(conceptInvitations.id, id), isNull(conceptInvitations.endedAt));
		const [used] = await db.update(conceptInvitations).set({ endedAt: ctx.now, email: '' }).where(open).returning();
		if (!used) throw refused('invitation-used', 'Diese Einladung ist schon benutzt oder zurückgenommen. Bittet um eine neue.');
		await db.insert(conceptMembers).values({ conceptId, personId: actor.id, role: 'writer', joinedAt: ctx.now });
		return conceptId;
	});
}
