import { asc, eq, inArray } from 'drizzle-orm';
import { unauthenticated } from '#lib/refusal.ts';
import { networkPages } from '#modules/networks/server/tables.ts';
import { municipalities, organisations } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PlaceState } from '../vocabulary.ts';
import { placePages, placeProgrammes, places } from './tables.ts';

export type PlaceItem = {
	id: string;
	name: string;
	slug: string;
	state: PlaceState;
	group: string;
	municipality: string;
	publishedAt: Date | null;
};

const item = {
	...{ id: places.id, name: places.name, slug: places.slug, state: places.state, group: organisations.name },
	...{ municipality: municipalities.nameShort, publishedAt: placePages.publishedAt }
};

/** The places of all groups in which one holds a seat right now. */
export async function listOwnPlaces(ctx: Ctx): Promise<PlaceItem[]> {
	if (!ctx.actor) throw unauthenticated();
	const groups = ctx.actor.seats?.map(({ organisationId }) => organisationId) ?? [];
	if (!groups.length) return [];
	return ctx.db
		.select(item)
		.from(places)
		.innerJoin(organisations, eq(organisations.id, places.organisationId))
		.innerJoin(municipalities, eq(municipalities.ags, places.ags))
		.leftJoin(placePages, eq(placePages.placeId, places.id))
		.where(inArray(places.organisationId, groups))
		.orderBy(asc(places.name));
}

/** Networks that accompany places and show themselves: address word → name. */
export async function listProgrammes(ctx: Pick<Ctx, 'db'>): Promise<{ slug: string; name: string; awardName: string; intro: string }[]> {
	const rows = await ctx.db
		.select({ slug: networkPages.slug, content: networkPages.content, awardName: placeProgrammes.awardName, intro: placeProgrammes.intro })
		.from(placeProgrammes)
		.innerJoin(networkPages, eq(networkPages.networkId, placeProgrammes.networkId))
		.orderBy(asc(networkPages.slug));
	return rows.map(({ content, ...row }) => ({ ...row, name: content.name }));
}
