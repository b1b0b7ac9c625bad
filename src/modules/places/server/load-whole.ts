import { asc, eq } from 'drizzle-orm';
import { notFound } from '#lib/refusal.ts';
import { networks } from '#modules/networks/server/tables.ts';
import { districtTitle } from '#modules/organisations/municipality.ts';
import { districts, municipalities, organisations, states } from '#modules/organisations/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { spaces } from '#modules/properties/server/tables.ts';
import type { PlaceRow, PlaceWhole } from '../to-place-page.ts';
import { placePictures, placeProgrammes } from './tables.ts';

/** All that the page of a place is made of. Of its house only what the register itself shows in public. */
export async function loadWhole(ctx: Pick<Ctx, 'db'>, place: PlaceRow): Promise<PlaceWhole> {
	const [around] = await ctx.db
		.select({
			group: { name: organisations.name, slug: organisations.slug, publishedAt: organisations.publishedAt },
			town: { ags: municipalities.ags, slug: municipalities.slug, name: municipalities.nameShort, stateCode: municipalities.stateCode },
			district: { name: districts.name, type: districts.type },
			state: states.name
		})
		.from(municipalities)
		.innerJoin(districts, eq(districts.code, municipalities.districtCode))
		.innerJoin(states, eq(states.code, municipalities.stateCode))
		.innerJoin(organisations, eq(organisations.id, place.organisationId))
		.where(eq(municipalities.ags, place.ags));
	if (!around) throw notFound();
	const { town, group, district, state } = around;
	return {
		place,
		pictures: await ctx.db.select().from(placePictures).where(eq(placePictures.placeId, place.id)).orderBy(asc(placePictures.position)),
		network: await networkOf(ctx, place.networkId),
		group: { name: group.name, slug: group.publishedAt ? group.slug : null },
		municipality: { ...town, district: districtTitle(district), state },
		...(await houseOf(ctx, place.propertyId))
	};
}

async function networkOf(ctx: Pick<Ctx, 'db'>, networkId: string | null): Promise<PlaceWhole['network']> {
	if (!networkId) return null;
	const [row] = await ctx.db
		.select({ slug: networks.slug, name: networks.name, awardName: placeProgrammes.awardName })
		.from(networks)
		.innerJoin(placeProgrammes, eq(placeProgrammes.networkId, networks.id))
		.where(eq(networks.id, networkId));
	return row ?? null;
}

async function houseOf(ctx: Pick<Ctx, 'db'>, propertyId: string | null): Promise<Pick<PlaceWhole, 'house' | 'spaceSlug'>> {
	if (!propertyId) return { house: null, spaceSlug: null };
	const [space] = await ctx.db
		.select({
			slug: spaces.slug,
			kind: spaces.propertyType,
			storeys: spaces.storeys,
			area: spaces.areaMaxM2,
			seed: spaces.reference
		})
		.from(spaces)
		.where(eq(spaces.id, propertyId));
	if (!space) return { house: null, spaceSlug: null };
	const { slug, ...house } = space;
	return { house, spaceSlug: slug };
}
