import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { SpaceCard } from '../space-card.ts';
import type { SpaceFilter } from '../space-filter.ts';
import { countSpaces } from './count-facets.ts';
import { askByWords } from './internal/ask-by-words.ts';
import { cardColumns, readCard, type RawCard } from './internal/card-columns.ts';
import { boxToOrder, kilometresTo } from './internal/near-place.ts';
import { wordsIn, type SearchWords } from './internal/search-words.ts';
import { isMissing, prepareFilter, whereOf, type PreparedFilter } from './internal/space-conditions.ts';

export const pageSize = 20;

/** Among how many found spaces the best are sorted to the front; beyond it, only the order of "Neueste" and the like is complete. */
const rankedAmong = 1000;

/**
 * Nearness to the words, explained: what was typed in the title counts 4, in the text 2; a word part, synonym or near miss in the title 1;
 * between equals, where the words stand oftener and closer; then the nearer place, then the newer entry.
 */
function ranked(prepared: PreparedFilter, words: SearchWords, { limit, offset }: Page): SQL {
	const { all, exact } = words;
	const where = whereOf(prepared);
	const score = sql`4 * (s.title_search @@ ${exact}::tsquery)::int + 2 * (s.search @@ ${exact}::tsquery)::int
		+ (s.title_search @@ ${all}::tsquery)::int + ts_rank(s.search, ${all}::tsquery, 1)`;
	return sql`with found as materialized (
			select distinct id from (
				(select s.id from spaces s where ${wordsIn(words, sql`s.title_search`)} and ${whereOf(prepared, 'text')} limit ${rankedAmong})
				union all (select s.id from spaces s where ${where} limit ${rankedAmong})
			) either
		), best as materialized (
			select s.id, ${score} as score, ${kilometresTo(prepared.place)} as distance from found join spaces s using (id)
			order by ${isMissing(prepared)}, score desc, distance, s.published_at desc, s.id limit ${limit} offset ${offset}
		)
		select ${cardColumns}, ${prepared.missing} as missing, best.distance as "distanceKm" from best join spaces s using (id)
		order by ${isMissing(prepared)}, best.score desc, best.distance, s.published_at desc, s.id`;
}

type Page = { limit: number; offset: number };

/** Orders that an index gives, so that a page costs the same however many spaces there are. */
function ordered(prepared: PreparedFilter, { limit, offset }: Page, where = whereOf(prepared)): SQL {
	const { place, filter, missing } = prepared;
	const byDistance = filter.sort === 'entfernung' && place;
	const nearby = byDistance ? sql`${where} and ${boxToOrder(place, filter.radiusKm)}` : where;
	const order = byDistance
		? sql`ll_to_earth(s.lat, s.lon) <-> ll_to_earth(${place.lat}, ${place.lon})::cube`
		: filter.sort === 'groesse'
			? sql`s.area_max_m2 desc nulls last, s.id`
			: sql`s.published_at desc, s.id desc`;
	return sql`select ${cardColumns}, ${missing} as missing, ${kilometresTo(prepared.place)} as "distanceKm" from spaces s where ${nearby}
		order by ${order} limit ${limit} offset ${offset}`;
}

export type SpaceList = { spaces: SpaceCard[]; prepared: PreparedFilter };

/** One page of the published spaces that a filter finds. Counts are the business of `countFacets`. */
export async function listSpaces(ctx: Ctx, filter: SpaceFilter): Promise<SpaceList> {
	const prepared = await prepareFilter(ctx, filter);
	return { spaces: await listPrepared(ctx, prepared), prepared };
}

/** The same for a filter that is prepared already. */
export async function listPrepared(ctx: Ctx, prepared: PreparedFilter): Promise<SpaceCard[]> {
	const page = { limit: pageSize, offset: (prepared.filter.page - 1) * pageSize };
	const ask = (query: SQL) => askByWords<RawCard>(ctx, prepared, query);
	let rows: RawCard[];
	if (prepared.words && prepared.filter.sort === 'passung') rows = await ask(ranked(prepared, prepared.words, page));
	else if (!prepared.known) rows = await ask(ordered(prepared, page));
	else rows = await knownFirst(ctx, prepared, { page, ask });
	return rows.map(readCard);
}

/** The spaces that are known to fit, then those of which nobody knows: two questions that an index answers instead of one that sorts everything. */
async function knownFirst(
	ctx: Ctx,
	prepared: PreparedFilter,
	{ page, ask }: { page: Page; ask: (query: SQL) => Promise<RawCard[]> }
): Promise<RawCard[]> {
	const strict = { ...prepared, conditions: prepared.known ?? prepared.conditions };
	const known = await ask(ordered(strict, page));
	if (known.length === page.limit) return known;
	const before = known.length || !page.offset ? page.offset + known.length : (await countSpaces(ctx, strict)).n;
	const rest = { limit: page.limit - known.length, offset: Math.max(0, page.offset - before) };
	return [...known, ...(await ask(ordered(prepared, rest, sql`${whereOf(prepared)} and ${isMissing(prepared)}`)))];
}
