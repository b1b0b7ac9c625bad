import { eq } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { forbidden, notFound, unauthenticated } from '#lib/refusal.ts';
import { findStanding } from '#modules/networks/server/find-standing.ts';
import type { Standing } from '#modules/networks/policy.ts';
import type { Actor, Ctx } from '#modules/people/actor.ts';
import { maySeePlace } from '../../policy.ts';
import type { PlaceRow } from '../../to-place-page.ts';
import { places } from '../tables.ts';

type May = (actor: Actor | null, place: PlaceRow, standing: Standing) => boolean;

/** A place for somebody of its group or its network. 404 for everybody else, 403 for who may look but not do this. */
export async function placeFor(ctx: Ctx, id: string, may: May = maySeePlace): Promise<{ place: PlaceRow; standing: Standing }> {
	if (!ctx.actor) throw unauthenticated();
	const [place] = isUuid(id) ? await ctx.db.select().from(places).where(eq(places.id, id)) : [];
	if (!place) throw notFound();
	const standing = await findStanding(ctx, place.networkId);
	if (!maySeePlace(ctx.actor, place, standing)) throw notFound();
	if (!may(ctx.actor, place, standing)) throw forbidden('Das ist Sache der Gruppe oder des Netzwerkbüros. Bitte wenden Sie sich dorthin.');
	return { place, standing };
}
