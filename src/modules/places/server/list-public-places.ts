import { and, arrayContains, asc, eq, like, sql, type SQL } from 'drizzle-orm';
import { foldedWords } from '#lib/text/fold.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { ApiPlaceQuery } from '../api-place.ts';
import type { PlacePage } from '../place.ts';
import { placePages } from './tables.ts';

export type ListedPlace = { content: PlacePage; lat: number; lon: number; publishedAt: Date };

function conditions(query: ApiPlaceQuery): (SQL | undefined)[] {
	return [
		...foldedWords(query.q ?? '').map((word) => like(placePages.searchText, `%${word}%`)),
		query.state && eq(placePages.state, query.state),
		query.ags ? eq(placePages.ags, query.ags) : undefined,
		query.bookable && arrayContains(placePages.bookable, [query.bookable]),
		query.offer && arrayContains(placePages.offers, [query.offer]),
		query.legalForm && eq(placePages.legalForm, query.legalForm),
		query.network ? eq(placePages.networkSlug, query.network) : undefined
	];
}

/** Published places by name, from a place in the list on (`after`: name and id of the last one). */
export async function listPublicPlaces(
	ctx: Pick<Ctx, 'db'>,
	query: ApiPlaceQuery,
	after: readonly (string | number | null)[] | null
): Promise<{ items: ListedPlace[]; next: [string, string] | null; total: number }> {
	const asked = and(...conditions(query));
	const beyond = after ? sql`(${placePages.name}, ${placePages.placeId}) > (${String(after[0])}, ${String(after[1])}::uuid)` : undefined;
	const rows = await ctx.db
		.select({ content: placePages.content, lat: placePages.lat, lon: placePages.lon, publishedAt: placePages.publishedAt })
		.from(placePages)
		.where(and(asked, beyond))
		.orderBy(asc(placePages.name), asc(placePages.placeId))
		.limit(query.limit + 1);
	const items = rows.slice(0, query.limit);
	const last = rows.length > query.limit ? items.at(-1)?.content : undefined;
	return { items, next: last ? [last.name, last.id] : null, total: await ctx.db.$count(placePages, asked) };
}
