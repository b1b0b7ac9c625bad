import { dayOf } from '#lib/calendar.ts';
import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import { forbidden, notFound } from '#lib/refusal.ts';
import { isAdmin, type Actor, type Ctx } from '#modules/people/actor.ts';
import { mayLookInside, type Standing } from '../../policy.ts';
import { networkRoles, networks } from '../tables.ts';

export type NetworkRow = typeof networks.$inferSelect;

/** What the actor is in this network today. */
export async function standingIn(ctx: Ctx, networkId: string): Promise<Standing> {
	if (!ctx.actor) return { roles: [] };
	const today = dayOf(ctx.now);
	const rows = await ctx.db
		.select({ role: networkRoles.role })
		.from(networkRoles)
		.where(
			and(
				eq(networkRoles.networkId, networkId),
				eq(networkRoles.personId, ctx.actor.id),
				lte(networkRoles.startsOn, today),
				or(isNull(networkRoles.endsOn), gte(networkRoles.endsOn, today))
			)
		);
	return { roles: rows.map(({ role }) => role) };
}

type May = (actor: Actor | null, standing: Standing) => boolean;

/** The network of that slug for somebody who works in it. 404 for everybody else, 403 for who may look but not do this. */
export async function networkFor(ctx: Ctx, slug: string, may: May): Promise<{ network: NetworkRow; standing: Standing }> {
	const [network] = await ctx.db.select().from(networks).where(eq(networks.slug, slug));
	if (!network) throw notFound();
	const standing = await standingIn(ctx, network.id);
	if (!isAdmin(ctx.actor) && !mayLookInside(ctx.actor, standing)) throw notFound();
	if (!may(ctx.actor, standing)) throw forbidden('Das ist Sache des Netzwerkbüros. Bitte wenden Sie sich dorthin.');
	return { network, standing };
}
