import { and, eq } from 'drizzle-orm';
import { notFound, unauthenticated } from '#lib/refusal.ts';
import { holdsSeat } from '#modules/organisations/policy.ts';
import { organisations } from '#modules/organisations/server/tables.ts';
import { isEditorOf, type Ctx } from '#modules/people/actor.ts';
import { maySpeakFor } from '../../policy.ts';
import { memberships, networks } from '../tables.ts';
import { standingIn } from './network-for.ts';

/** A membership for somebody who speaks for its organisation or runs its network; 404 for everybody else. Locks the row. */
export async function membershipFor(ctx: Ctx, id: string) {
	if (!ctx.actor) throw unauthenticated();
	const [row] = await ctx.db
		.select({ membership: memberships, network: networks, organisation: organisations })
		.from(memberships)
		.innerJoin(networks, eq(networks.id, memberships.networkId))
		.innerJoin(organisations, eq(organisations.id, memberships.organisationId))
		.where(and(eq(memberships.id, id)))
		.for('update', { of: memberships });
	if (!row) throw notFound();
	const { ags } = row.organisation;
	const edits = holdsSeat(ctx.actor, row.organisation.id, 'edit') || (ags !== null && isEditorOf(ctx.actor, ags));
	if (!maySpeakFor(ctx.actor, await standingIn(ctx, row.network.id), edits)) throw notFound();
	return row;
}
