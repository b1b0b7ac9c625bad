import { and, eq } from 'drizzle-orm';
import { forbidden, notFound, refused, unauthenticated } from '#lib/refusal.ts';
import { holdsSeat } from '#modules/organisations/policy.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { membershipSteps, type MembershipStep } from '../membership.ts';
import { mayRunNetwork, mayStep } from '../policy.ts';
import { standingIn } from './internal/network-for.ts';
import { takeStep } from './internal/take-step.ts';
import { memberships, networkPages, networks } from './tables.ts';

/** Whether somebody speaks for an organisation: a seat with the right to edit, or the editor of the municipality that it is. */
const editsOrganisation = (ctx: Ctx, { id, ags }: { id: string; ags: string | null }): boolean =>
	holdsSeat(ctx.actor, id, 'edit') || (ags !== null && isEditorOf(ctx.actor, ags));

export type WantedStep = { slug: string; organisationId: string; step: MembershipStep; reason?: string };

/**
 * Takes one step between an organisation and a network (`membership.ts`). The network's office takes every step, the organisation's own people
 * those that are theirs. Returns the membership's id. 404 for a network that is not there for whoever asks, 409 with the reason when it cannot be.
 */
export async function stepMembership(ctx: Ctx, { slug, organisationId, step, reason }: WantedStep): Promise<string> {
	if (!ctx.actor) throw unauthenticated();
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const [found] = await db
			.select({ network: networks, page: networkPages.slug })
			.from(networks)
			.leftJoin(networkPages, eq(networkPages.networkId, networks.id))
			.where(eq(networks.slug, slug));
		const [organisation] = await db.select().from(organisations).where(eq(organisations.id, organisationId));
		if (!found || !organisation) throw notFound();
		const standing = await standingIn(inside, found.network.id);
		const edits = editsOrganisation(ctx, organisation);
		if (!mayRunNetwork(ctx.actor, standing) && (!found.page || !edits)) throw notFound();
		if (!mayStep(ctx.actor, standing, { step, editsOrganisation: edits }))
			throw forbidden('Diesen Schritt macht das Netzwerkbüro. Bitte wenden Sie sich dorthin.');
		if (membershipSteps[step].by === 'admission' && found.network.openness === 'membership')
			throw refused(
				'through-admission',
				'Über die Aufnahme entscheidet ein Antrag mit Gespräch und Abstimmung. Bitte unter „Aufnahme“ weitergehen.'
			);
		const mine = and(eq(memberships.networkId, found.network.id), eq(memberships.organisationId, organisationId));
		const [before = null] = await db.select().from(memberships).where(mine).for('update');
		return takeStep(inside, { network: found.network, organisationId, before, step, reason });
	});
}
