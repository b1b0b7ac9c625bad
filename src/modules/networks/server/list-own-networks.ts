import { dayOf } from '#lib/calendar.ts';
import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { isAdmin, type Ctx } from '#modules/people/actor.ts';
import { accentOf, type Accent } from '../accent.ts';
import type { NetworkRole, Openness, Phase } from '../vocabulary.ts';
import { networkPages, networkRoles, networks } from './tables.ts';

export type OwnNetwork = {
	slug: string;
	name: string;
	openness: Openness;
	phase: Phase;
	accent: Accent;
	roles: NetworkRole[];
	publishedAt: Date | null;
};

/** The networks that somebody works in today, by name; administrators see all. */
export async function listOwnNetworks(ctx: Ctx): Promise<OwnNetwork[]> {
	if (!ctx.actor) return [];
	const today = dayOf(ctx.now);
	const held = await ctx.db
		.select({ networkId: networkRoles.networkId, role: networkRoles.role })
		.from(networkRoles)
		.where(
			and(
				eq(networkRoles.personId, ctx.actor.id),
				inArray(networkRoles.role, ['office', 'founder', 'editor']),
				lte(networkRoles.startsOn, today),
				or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today))
			)
		);
	if (!held.length && !isAdmin(ctx.actor)) return [];
	const rows = await ctx.db
		.select({ network: networks, publishedAt: networkPages.publishedAt })
		.from(networks)
		.leftJoin(networkPages, eq(networkPages.networkId, networks.id))
		.where(isAdmin(ctx.actor) ? undefined : inArray(networks.id, [...new Set(held.map(({ networkId }) => networkId))]))
		.orderBy(asc(networks.name));
	return rows.map(({ network: { id, slug, name, openness, phase, accent }, publishedAt }) => ({
		...{ slug, name, openness, phase, publishedAt },
		accent: accentOf(accent),
		roles: held.filter(({ networkId }) => networkId === id).map(({ role }) => role)
	}));
}
