import { asc, inArray } from 'drizzle-orm';
import { networkPages } from '#modules/networks/server/tables.ts';
import { project } from '#modules/organisations/germany.ts';
import { listStates, type StateChoice } from '#modules/organisations/server/list-districts.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PlacePage } from '../place.ts';
import { countPlaces, fits, readPlaceFilter, type PlaceCounts, type PlaceFilter } from '../place-filter.ts';
import type { PlaceState } from '../vocabulary.ts';
import { placePages } from './tables.ts';

export const perPage = 24;
export type PlaceDot = { slug: string; name: string; state: PlaceState; x: number; y: number };
export type PlacesView = {
	filter: PlaceFilter;
	items: PlacePage[];
	total: number;
	pages: number;
	counts: PlaceCounts;
	/** All that were found, on the map of organisations/germany.ts. */
	dots: PlaceDot[];
	states: StateChoice[];
	networks: { slug: string; name: string }[];
};

const facts = {
	...{ id: placePages.placeId, slug: placePages.slug, name: placePages.name, state: placePages.state, ags: placePages.ags },
	...{ stateCode: placePages.stateCode, networkSlug: placePages.networkSlug, bookable: placePages.bookable, offers: placePages.offers },
	...{ legalForm: placePages.legalForm, lat: placePages.lat, lon: placePages.lon, searchText: placePages.searchText }
};

/** Everything that the page `/orte` shows for one address. Only the projection is read. */
export async function viewPlaces(ctx: Pick<Ctx, 'db'>, query: URLSearchParams): Promise<PlacesView> {
	const filter = readPlaceFilter(query);
	const all = await ctx.db.select(facts).from(placePages).orderBy(asc(placePages.name), asc(placePages.placeId));
	const rank: Record<PlaceState, number> = { awarded: 0, emerging: 1, resting: 2 };
	const found = all.filter((place) => fits(place, filter)).sort((a, b) => rank[a.state] - rank[b.state]);
	const ids = found.slice((filter.page - 1) * perPage, filter.page * perPage).map(({ id }) => id);
	const pages = ids.length
		? await ctx.db.select({ id: placePages.placeId, content: placePages.content }).from(placePages).where(inArray(placePages.placeId, ids))
		: [];
	const contents = new Map(pages.map(({ id, content }) => [id, content]));
	return {
		filter,
		items: ids.flatMap((id) => contents.get(id) ?? []),
		total: found.length,
		pages: Math.max(1, Math.ceil(found.length / perPage)),
		counts: countPlaces(all, filter),
		dots: found.map(({ slug, name, state, lat, lon }) => {
			const [x, y] = project(lon, lat);
			return { slug, name, state, x, y };
		}),
		states: await listStates(ctx),
		networks: await networksOf(ctx, [...new Set(all.flatMap(({ networkSlug }) => networkSlug ?? []))])
	};
}

async function networksOf(ctx: Pick<Ctx, 'db'>, slugs: string[]): Promise<PlacesView['networks']> {
	if (!slugs.length) return [];
	const rows = await ctx.db
		.select({ slug: networkPages.slug, content: networkPages.content })
		.from(networkPages)
		.where(inArray(networkPages.slug, slugs))
		.orderBy(asc(networkPages.slug));
	return rows.map(({ slug, content }) => ({ slug, name: content.name }));
}
