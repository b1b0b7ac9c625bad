import { asc, desc, eq } from 'drizzle-orm';
import { organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { Part } from '../network.ts';
import type { NetworkWhole } from '../to-network-page.ts';
import { networkParts, networkRoles, networkValues, type networks } from './tables.ts';

/** Everything the page of a network is made from, as it stands in the office now. */
export async function loadWhole(ctx: Pick<Ctx, 'db'>, network: typeof networks.$inferSelect): Promise<NetworkWhole> {
	const parts = await ctx.db
		.select()
		.from(networkParts)
		.where(eq(networkParts.networkId, network.id))
		.orderBy(asc(networkParts.kind), asc(networkParts.position), asc(networkParts.id));
	const roles = await ctx.db
		.select({ role: networkRoles, organisation: organisations.name })
		.from(networkRoles)
		.leftJoin(organisations, eq(organisations.id, networkRoles.organisationId))
		.where(eq(networkRoles.networkId, network.id))
		.orderBy(asc(networkRoles.startsOn), asc(networkRoles.name));
	const [values = null] = await ctx.db
		.select()
		.from(networkValues)
		.where(eq(networkValues.networkId, network.id))
		.orderBy(desc(networkValues.version))
		.limit(1);
	return { network, parts: parts as Part[], roles: roles.map(({ role, organisation }) => ({ ...role, organisation })), values };
}
