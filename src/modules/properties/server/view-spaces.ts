import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { choiceCount, facetChoices, type FacetChoices } from '../facet-choices.ts';
import { filterChips, type Chip, type FilterNames } from '../filter-chips.ts';
import type { SpaceCard } from '../space-card.ts';
import { readFilter, type SpaceFilter } from '../space-filter.ts';
import { countFacets, type FacetCount } from './count-facets.ts';
import { prepareFilter, type PreparedFilter } from './internal/space-conditions.ts';
import { listPrepared, pageSize } from './list-spaces.ts';

/** Everything the list page shows for one address. */
export type SpacesView = {
	filter: SpaceFilter;
	notices: string[];
	spaces: SpaceCard[];
	total: FacetCount;
	pages: number;
	facets: FacetChoices[];
	heritage: { ja: string; nein: string };
	accessible: string;
	chips: Chip[];
	/** The place that "Wo?" was understood as, with its centre. */
	place: { name: string; lat: number; lon: number } | null;
	names: FilterNames;
};

async function namesOf(ctx: Ctx, { state, district, municipality }: SpaceFilter): Promise<FilterNames> {
	if (!state && !district && !municipality) return {};
	const { rows } = await ctx.db.execute<FilterNames>(sql`select
		(select name from states where code = ${state} or slug = ${state} limit 1) as state,
		(select name from districts where code = ${district} or slug = ${district} limit 1) as district,
		(select name_short from municipalities where ags = ${municipality} or slug = ${municipality} limit 1) as municipality`);
	const [found] = rows;
	return Object.fromEntries(Object.entries(found ?? {}).filter(([, name]) => name));
}

function noticesOf({ filter, place, words }: PreparedFilter): string[] {
	const notices = (words?.guessed ?? []).map(({ typed, read }) => `„${typed}“ kommt nirgends vor. Wir haben auch nach „${read}“ gesucht.`);
	if (filter.place && !place)
		notices.push(`Den Ort „${filter.place}“ kennen wir nicht und zeigen deshalb alle Orte. Eine Postleitzahl hilft.`);
	return notices;
}

/** Reads an address of the list and finds what it shows. Never throws for a strange address: it says what it left out. */
export async function viewSpaces(ctx: Ctx, search: URLSearchParams): Promise<SpacesView> {
	const { filter, notices } = readFilter(search);
	const prepared = await prepareFilter(ctx, filter);
	const facets = await countFacets(ctx, prepared);
	const spaces = facets.total.n ? await listPrepared(ctx, prepared) : [];
	const names: FilterNames = await namesOf(ctx, filter);
	if (prepared.place) names.place = prepared.place.name;
	return {
		filter,
		notices: [...notices, ...noticesOf(prepared)],
		spaces,
		total: facets.total,
		pages: Math.ceil(Math.min(facets.total.n, filter.sort === 'passung' ? 1000 : 5000) / pageSize),
		facets: facetChoices(filter, facets),
		heritage: { ja: choiceCount(facets, 'heritage', 'ja'), nein: choiceCount(facets, 'heritage', 'nein') },
		accessible: choiceCount(facets, 'accessible', 'ja'),
		chips: filterChips(filter, names),
		place: prepared.place,
		names
	};
}
