import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { layerIds, shownLayers, type AtlasFilter, type AtlasPlace, type LayerId } from '../atlas.ts';
import { atlasOf } from './internal/atlas-layers.ts';

export type AtlasView = {
	filter: AtlasFilter;
	/** Layers that have places under this filter, with how many; the shown ones among them. */
	layers: { id: LayerId; n: number; isShown: boolean }[];
	/** One page of the list, and everything of the shown layers for the drawing. */
	list: AtlasPlace[];
	pages: number;
	total: number;
	drawn: Pick<AtlasPlace, 'layer' | 'name' | 'lat' | 'lon' | 'tone' | 'km'>[];
	networks: { slug: string; name: string }[];
	states: { code: string; name: string }[];
	bounds: [number, number, number, number] | null;
};

export const perPage = 60;
/** A drawing of more dots than this is gathered into one dot per five kilometres. */
const drawnSingly = 3000;

const columns = sql`layer, name, "where", href, lat::float8 as lat, lon::float8 as lon, tone, km`;

/** The map of everything under a filter: what there is, one page of the list, and what is drawn. Only what is public. */
export async function viewAtlas(ctx: Pick<Ctx, 'db'>, filter: AtlasFilter): Promise<AtlasView> {
	const shown = shownLayers(filter);
	const { rows: counts } = await ctx.db.execute<{ layer: LayerId; n: number }>(
		sql`select layer, count(*)::int as n from ${atlasOf(
			filter,
			layerIds.filter((id) => id === 'ohne' || shownLayers({ ...filter, layers: layerIds }).includes(id))
		)} group by layer`
	);
	const there = new Map(counts.map(({ layer, n }) => [layer, n]));
	const layers = layerIds.flatMap((id) => (there.has(id) ? [{ id, n: there.get(id) ?? 0, isShown: shown.includes(id) }] : []));
	const total = layers.reduce((sum, { n, isShown }) => sum + (isShown ? n : 0), 0);
	const pages = Math.max(1, Math.ceil(total / perPage));
	const page = Math.min(filter.page, pages);
	const { rows: list } = await ctx.db.execute<AtlasPlace>(
		sql`select ${columns} from ${atlasOf(filter, shown)} order by rank, name, href limit ${perPage} offset ${(page - 1) * perPage}`
	);
	const gathered = total > drawnSingly;
	const { rows: drawn } = await ctx.db.execute<AtlasView['drawn'][number]>(
		gathered
			? sql`select layer, min(name) as name, avg(lat)::float8 as lat, avg(lon)::float8 as lon, max(tone) as tone, max(km) as km from ${atlasOf(filter, shown)}
				group by layer, rank, round(lat::numeric * 20), round(lon::numeric * 13) order by rank desc`
			: sql`select layer, name, lat::float8 as lat, lon::float8 as lon, tone, km from ${atlasOf(filter, shown)} order by rank desc, name`
	);
	const { rows: networks } = await ctx.db.execute<{ slug: string; name: string }>(
		sql`select slug, content->>'name' as name from network_pages order by name`
	);
	const { rows: states } = await ctx.db.execute<{ code: string; name: string }>(sql`select code, name from states order by name`);
	return { filter: { ...filter, page }, layers, list, pages, total, drawn, networks, states, bounds: boundsOf(drawn) };
}

/** West, south, east, north around the places, with a margin; null when there are none. */
function boundsOf(drawn: readonly { lat: number; lon: number }[]): AtlasView['bounds'] {
	if (!drawn.length) return null;
	const [lats, lons] = [drawn.map(({ lat }) => lat), drawn.map(({ lon }) => lon)];
	return [Math.min(...lons) - 0.2, Math.min(...lats) - 0.15, Math.max(...lons) + 0.2, Math.max(...lats) + 0.15];
}
