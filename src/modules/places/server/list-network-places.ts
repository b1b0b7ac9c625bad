import { asc, eq } from 'drizzle-orm';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { mayOpenListed, mayRunPlaces } from '../policy.ts';
import { programmeFor, type Programme } from './internal/programme-for.ts';
import type { PlaceItem } from './list-own-places.ts';
import { placePages, places } from './tables.ts';

export type NetworkPlace = PlaceItem & { awardedOn: string | null; reassessOn: string | null };
export type NetworkPlaces = { programme: Programme | null; mayRun: boolean; mayOpen: boolean; items: NetworkPlace[] };

/** All places of a network, published or not, for those who work in it. */
export async function listNetworkPlaces(ctx: Ctx, slug: string): Promise<NetworkPlaces> {
	const { network, programme, standing } = await programmeFor(ctx, slug);
	const items = await ctx.db
		.select({
			...{ id: places.id, name: places.name, slug: places.slug, state: places.state, group: organisations.name },
			...{ municipality: municipalities.nameShort, publishedAt: placePages.publishedAt },
			...{ awardedOn: places.awardedOn, reassessOn: places.reassessOn }
		})
		.from(places)
		.innerJoin(organisations, eq(organisations.id, places.organisationId))
		.innerJoin(municipalities, eq(municipalities.ags, places.ags))
		.leftJoin(placePages, eq(placePages.placeId, places.id))
		.where(eq(places.networkId, network.id))
		.orderBy(asc(places.name));
	return { programme, mayRun: mayRunPlaces(ctx.actor, standing), mayOpen: mayOpenListed(ctx.actor, standing), items };
}
