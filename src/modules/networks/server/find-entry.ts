import { and, eq, inArray } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { listOwnOrganisations } from '#modules/organisations/server/list-own-organisations.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { NetworkPage } from '../network.ts';
import type { MembershipState } from '../vocabulary.ts';
import { findPublicNetwork } from './find-public-network.ts';
import { memberships } from './tables.ts';

export type Entry = { page: NetworkPage; organisations: { id: string; name: string; state: MembershipState | null }[] };

/** A published network that can be entered, and the organisations that somebody speaks for with how they stand to it. Throws 404 and 401. */
export async function findEntry(ctx: Ctx, slug: string): Promise<Entry> {
	if (!ctx.actor) throw unauthenticated();
	const { page } = await findPublicNetwork(ctx, slug);
	const own = (await listOwnOrganisations(ctx)).filter(({ rights }) => rights !== 'read');
	const names = new Map(own.map(({ id, name }) => [id, name]));
	const ids = [...names.keys()];
	const known = ids.length
		? await ctx.db
				.select({ id: memberships.organisationId, state: memberships.state })
				.from(memberships)
				.where(and(eq(memberships.networkId, page.id), inArray(memberships.organisationId, ids)))
		: [];
	const states = new Map(known.map(({ id, state }) => [id, state]));
	return { page, organisations: ids.map((id) => ({ id, name: names.get(id) ?? '', state: states.get(id) ?? null })) };
}
