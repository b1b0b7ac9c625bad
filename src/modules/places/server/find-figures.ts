import { asc, eq, inArray } from 'drizzle-orm';
import { networks } from '#modules/networks/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { measured } from '../criteria.ts';
import { networkSeries, seriesOf, type Figure, type Measured, type NetworkSeries, type Series } from '../figures.ts';
import { findPublicCatalogue, findPublishedCatalogue } from './find-catalogue.ts';
import { placeFor } from './internal/place-for.ts';
import { placeFigures, placePages, places } from './tables.ts';

const figure = {
	...{ key: placeFigures.key, year: placeFigures.year, value: placeFigures.value },
	...{ source: placeFigures.source, reportedOn: placeFigures.reportedOn }
};

/** What the network measures today; nothing without published criteria. */
export async function findIndicators(ctx: Pick<Ctx, 'db'>, networkId: string | null): Promise<Measured[]> {
	const catalogue = networkId ? await findPublishedCatalogue(ctx, networkId) : null;
	return catalogue ? measured(catalogue.criteria) : [];
}

export type FiguresDesk = { indicators: Measured[]; figures: Figure[]; series: Series[] };

/** The figures of a place as its group reports them. */
export async function findFigures(ctx: Ctx, placeId: string): Promise<FiguresDesk> {
	const { place } = await placeFor(ctx, placeId);
	const indicators = await findIndicators(ctx, place.networkId);
	const figures = await ctx.db.select(figure).from(placeFigures).where(eq(placeFigures.placeId, placeId)).orderBy(asc(placeFigures.year));
	return { indicators, figures, series: seriesOf(indicators, figures) };
}

/** What a published place reported over the years, as everybody may read it. */
export async function findPublicFigures(ctx: Pick<Ctx, 'db'>, slug: string): Promise<Series[]> {
	const [row] = await ctx.db
		.select({ placeId: placePages.placeId, networkId: places.networkId })
		.from(placePages)
		.innerJoin(places, eq(places.id, placePages.placeId))
		.where(eq(placePages.slug, slug));
	if (!row) return [];
	const figures = await ctx.db.select(figure).from(placeFigures).where(eq(placeFigures.placeId, row.placeId));
	return seriesOf(await findIndicators(ctx, row.networkId), figures);
}

export type NetworkFigures = {
	network: { slug: string; name: string };
	awardName: string;
	places: number;
	reporting: number;
	series: NetworkSeries[];
};

/** What all published places of a network reported, summed up, with how many did. Throws notFound where there are no criteria. */
export async function findNetworkFigures(ctx: Pick<Ctx, 'db'>, slug: string): Promise<NetworkFigures> {
	const { network, awardName, catalogue } = await findPublicCatalogue(ctx, slug);
	const shown = await ctx.db
		.select({ id: places.id })
		.from(places)
		.innerJoin(placePages, eq(placePages.placeId, places.id))
		.innerJoin(networks, eq(networks.id, places.networkId))
		.where(eq(networks.slug, slug));
	const ids = shown.map(({ id }) => id);
	const rows = ids.length
		? await ctx.db
				.select({ ...figure, placeId: placeFigures.placeId })
				.from(placeFigures)
				.where(inArray(placeFigures.placeId, ids))
		: [];
	const series = networkSeries(measured(catalogue.criteria), rows, ids.length);
	return { network, awardName, places: ids.length, reporting: new Set(rows.map(({ placeId }) => placeId)).size, series };
}
