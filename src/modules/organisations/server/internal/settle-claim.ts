import { and, eq, isNull, ne } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { people } from '#modules/people/server/tables.ts';
import { claims, organisations } from '../tables.ts';
import { openSeat } from './open-seat.ts';
import { tell } from './tell.ts';

const settled = () => refused('claim-settled', 'Über diesen Anspruch ist schon entschieden.');

type Settlement = { id: string; by: string | null; reason?: string };

/** Settles an open claim; of two at the same moment one wins. */
async function settle(ctx: Ctx, { id, by, reason }: Settlement, outcome: 'accepted' | 'rejected' | 'withdrawn') {
	const [claim] = await ctx.db
		.update(claims)
		.set({ outcome, decidedBy: by, decidedAt: ctx.now, reason: reason ?? null, secretHash: null })
		.where(and(eq(claims.id, id), isNull(claims.outcome)))
		.returning();
	if (!claim) throw settled();
	await tell(ctx, claim.organisationId, { kind: `claim.${outcome}`, personId: claim.personId, after: { method: claim.method }, reason });
	return claim;
}

async function write(
	ctx: Ctx,
	personId: string,
	letter: { organisationId: string; title: string; text: string; href: string }
): Promise<void> {
	const [person] = await ctx.db.select({ email: people.email }).from(people).where(eq(people.id, personId));
	const [organisation] = await ctx.db
		.select({ name: organisations.name })
		.from(organisations)
		.where(eq(organisations.id, letter.organisationId));
	if (!person || !organisation) return;
	await addMail(ctx, {
		to: person.email,
		template: 'letter',
		data: {
			title: `${organisation.name}: ${letter.title}`,
			paragraphs: [letter.text],
			button: { text: 'Ansehen', href: letter.href },
			why: `Diese Mail kommt, weil Sie im Gestaltungsraum für ${organisation.name} handeln wollten.`
		}
	});
}

/** The person gets a seat that manages; claims of others to the same organisation end, since these can be invited now. */
export async function acceptClaim(ctx: Ctx, settlement: Settlement): Promise<void> {
	const claim = await settle(ctx, settlement, 'accepted');
	const { organisationId, personId, title } = claim;
	await openSeat(ctx, { organisationId, personId, function: claim.function, rights: 'manage', title });
	await write(ctx, personId, {
		organisationId,
		title: 'Sie können loslegen',
		text: 'Ihr Anspruch ist angenommen. Sie können Häuser erfassen, Listen einlesen, Kontakte eintragen und Kolleg:innen einladen.',
		href: `/konto/organisation/${organisationId}`
	});
	const others = await ctx.db
		.select({ id: claims.id })
		.from(claims)
		.where(and(eq(claims.organisationId, organisationId), isNull(claims.outcome), ne(claims.id, claim.id)));
	const reason = 'Inzwischen handelt jemand anderes aus dem Haus. Bitte dort um eine Einladung bitten.';
	for (const { id } of others) await rejectClaim(ctx, { id, by: settlement.by, reason });
}

export async function rejectClaim(ctx: Ctx, settlement: Settlement & { reason: string }): Promise<void> {
	const { id, organisationId, personId } = await settle(ctx, settlement, 'rejected');
	await write(ctx, personId, {
		organisationId,
		title: 'Ihr Anspruch wurde nicht angenommen',
		text: `Der Grund: ${settlement.reason}`,
		href: `/konto/organisation/anspruch/${id}`
	});
}

export const withdrawOwn = (ctx: Ctx, settlement: Settlement) => settle(ctx, settlement, 'withdrawn');
