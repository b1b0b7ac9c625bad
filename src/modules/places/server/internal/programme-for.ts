import { eq } from 'drizzle-orm';
import { forbidden, notFound, unauthenticated } from '#lib/refusal.ts';
import { findStanding } from '#modules/networks/server/find-standing.ts';
import type { Standing } from '#modules/networks/policy.ts';
import { networks } from '#modules/networks/server/tables.ts';
import type { Actor, Ctx } from '#modules/people/actor.ts';
import { mayListPlaces } from '../../policy.ts';
import { placeProgrammes } from '../tables.ts';

type May = (actor: Actor | null, standing: Standing) => boolean;
export type Programme = typeof placeProgrammes.$inferSelect;
export type InProgramme = { network: { id: string; slug: string; name: string }; programme: Programme | null; standing: Standing };

/** The network of that slug with its programme, for somebody who works there. 404 for everybody else, 403 for who may look but not do this. */
export async function programmeFor(ctx: Ctx, slug: string, may: May = mayListPlaces): Promise<InProgramme> {
	if (!ctx.actor) throw unauthenticated();
	const [row] = await ctx.db
		.select({ network: { id: networks.id, slug: networks.slug, name: networks.name }, programme: placeProgrammes })
		.from(networks)
		.leftJoin(placeProgrammes, eq(placeProgrammes.networkId, networks.id))
		.where(eq(networks.slug, slug));
	if (!row) throw notFound();
	const standing = await findStanding(ctx, row.network.id);
	if (!mayListPlaces(ctx.actor, standing)) throw notFound();
	if (!may(ctx.actor, standing)) throw forbidden('Das ist Sache des Netzwerkbüros. Bitte wenden Sie sich dorthin.');
	return { ...row, standing };
}
