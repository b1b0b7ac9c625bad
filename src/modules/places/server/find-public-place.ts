import { and, asc, eq, ne } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { notFound } from '#lib/refusal.ts';
import { project } from '#modules/organisations/germany.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { PlacePage } from '../place.ts';
import type { ListedPlace } from './list-public-places.ts';
import { placePages } from './tables.ts';

export type PublicPlace = ListedPlace & { x: number; y: number; neighbours: PlacePage[] };

const gone = () => notFound('Diesen Ort gibt es hier nicht, oder er zeigt sich noch nicht.');

/** A published place by its slug or id, with a few others of its state of the Federation. Throws notFound. */
export async function findPublicPlace(ctx: Pick<Ctx, 'db'>, key: string): Promise<PublicPlace> {
	const [row] = await ctx.db
		.select()
		.from(placePages)
		.where(isUuid(key) ? eq(placePages.placeId, key) : eq(placePages.slug, key));
	if (!row) throw gone();
	const { content, lat, lon, publishedAt } = row;
	const [x, y] = project(lon, lat);
	const others = await ctx.db
		.select({ content: placePages.content })
		.from(placePages)
		.where(and(eq(placePages.stateCode, row.stateCode), ne(placePages.placeId, row.placeId)))
		.orderBy(asc(placePages.name))
		.limit(3);
	return { content, lat, lon, publishedAt, x, y, neighbours: others.map((other) => other.content) };
}
