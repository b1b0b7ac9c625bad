import { dayOf } from '#lib/calendar.ts';
import { and, eq, gte, isNotNull, isNull, lte, or } from 'drizzle-orm';
import { notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { shortened } from '#lib/text/shortened.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { countTry } from '#modules/people/server/count-try.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { confirmValues } from './confirm-values.ts';
import { membershipFor } from './internal/membership-for.ts';
import { stepMembership } from './step-membership.ts';
import { memberships, networkRoles, networks } from './tables.ts';

type Wish = {
	slug: string;
	organisationId: string;
	/** The version of the values that was read; an alliance asks for it. */
	version?: number;
	/** What the organisation wants to say to the office. */
	text?: string;
};

/** Tells everybody who is the office of the network today. */
async function tellOffice(
	ctx: Ctx,
	{ networkId, subjectId, title, text, href }: { networkId: string; subjectId: string; title: string; text: string; href: string }
) {
	const today = dayOf(ctx.now);
	const running = and(lte(networkRoles.startsOn, today), or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today)));
	const office = await ctx.db
		.selectDistinct({ personId: networkRoles.personId })
		.from(networkRoles)
		.where(and(eq(networkRoles.networkId, networkId), eq(networkRoles.role, 'office'), isNotNull(networkRoles.personId), running));
	for (const { personId } of office)
		if (personId)
			await addNotice(ctx, {
				...{ personId, kind: 'network-entry', subjectId: `${subjectId}:${today}`, topic: 'direct_question' },
				data: { title, text, href }
			});
}

/**
 * An organisation comes into a network without admission: it confirms the values and takes part in an alliance, or asks a liaison office to accompany
 * it. The office is told. Returns the membership's id. 409 with the reason when it cannot be; into a membership network the way is the admission.
 */
export async function enterNetwork(ctx: Ctx, { slug, organisationId, version, text = '' }: Wish): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [network] = await db.select().from(networks).where(eq(networks.slug, slug));
		const [organisation] = await db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId));
		if (!network || !organisation) throw notFound();
		if (network.openness === 'membership') throw refused('admission', 'In dieses Netzwerk führt der Weg über die Aufnahme.');
		const mine = and(eq(memberships.networkId, network.id), eq(memberships.organisationId, organisationId));
		const [before] = await db.select().from(memberships).where(mine);
		const id = before?.id ?? (await stepMembership(inside, { slug, organisationId, step: 'note' }));
		await membershipFor(inside, id);
		if (before?.state === 'participant') throw refused('inside', `${organisation.name} ist schon dabei.`);
		const href = `/buero/netzwerk/${slug}/mitglieder/${id}`;
		if (network.openness === 'alliance') {
			if (version === undefined)
				throw refused('unconfirmed', 'Bitte die Werte lesen und bestätigen: Sie sind die einzige Bedingung.', 'version');
			await confirmValues(inside, { id, version });
			await stepMembership(inside, { slug, organisationId, step: 'join', reason: text || undefined });
			await tellOffice(inside, {
				networkId: network.id,
				subjectId: id,
				title: `${organisation.name} wirkt mit`,
				text: shortened(text, 300) || `Neu bei „${network.name}“.`,
				href
			});
			return id;
		}
		if (!text) throw refused('no-text', 'Bitte kurz sagen, wobei die Begleitung helfen soll.', 'text');
		await countTry(inside, { what: 'ask liaison', who: id, limit: 3, minutes: 24 * 60 });
		await recordEvent(inside, 'membership.asked', {
			subjectId: id,
			reason: text,
			data: { network: network.id, organisation: organisationId }
		});
		await tellOffice(inside, {
			networkId: network.id,
			subjectId: id,
			title: `${organisation.name} bittet um Begleitung`,
			text: shortened(text, 300),
			href
		});
		return id;
	});
}
