import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { tileBounds, writeTile, type TileAddress } from '#modules/properties/tiles/vector-tile.ts';
import { shownLayers, type AtlasFilter, type AtlasPlace } from '../atlas.ts';
import { atlasOf } from './internal/atlas-layers.ts';

/** Municipalities without a profile are many: below this zoom the base map's names stand for them. */
const quietFrom = 7;
const mostPerTile = 4000;

/**
 * The places of a filter in a vector tile (layer `atlas`: `ebene`, `name`, `wo`, `href`, `km`). Spaces are left to their own tiles, which gather them in clusters;
 * under a network, which those tiles do not know, they are here.
 */
export async function drawAtlasTile(ctx: Pick<Ctx, 'db'>, tile: TileAddress, filter: AtlasFilter): Promise<Uint8Array> {
	const layers = shownLayers(filter).filter((id) => (id !== 'raeume' || filter.network) && (id !== 'ohne' || tile.z >= quietFrom));
	if (!layers.length) return writeTile(tile, { layer: 'atlas', points: [] });
	const [west, south, east, north] = tileBounds(tile);
	const { rows } = await ctx.db.execute<AtlasPlace>(sql`
		select layer, name, "where", href, lat::float8 as lat, lon::float8 as lon, tone, km from ${atlasOf(filter, layers)}
		where lon >= ${west} and lon < ${east} and lat > ${south} and lat <= ${north} limit ${mostPerTile}`);
	const points = rows.map(({ layer, name, where, href, lat, lon, tone, km }) => ({
		...{ lat, lon },
		properties: {
			ebene: layer,
			name,
			wo: where,
			...(href && { href }),
			...(tone && { licht: tone }),
			...(km !== null && { km: Math.round(km) })
		}
	}));
	return writeTile(tile, { layer: 'atlas', points });
}
