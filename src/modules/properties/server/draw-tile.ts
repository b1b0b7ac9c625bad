import { sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import type { SpaceFilter } from '../space-filter.ts';
import { tileBounds, writeTile, type TileAddress, type TilePoint } from '../tiles/vector-tile.ts';
import { prepareFilter, whereOf } from './internal/space-conditions.ts';

/** Clusters per side of a tile; from `pointsFrom` on the cells are so small that every place stands for itself. */
const cells = 8;
const pointsFrom = 13;

/** Up to this zoom the whole country is read from `space_cells`, a grid of 2048 by 2048, whose cells are then a whole part of a tile's. */
const rolledUpTo = 8;
const gridSize = 2048;

/** A tile with few spaces is drawn from the spaces themselves, so that each can be opened. */
const fewSpaces = 400;

type Cell = { n: number; lit: number; half: number; lon: number; lat: number; slug: string | null; title: string | null };

const light = ({ n, lit, half }: Cell): string => (lit + half / 2 >= n * 0.6 ? 'hell' : lit + half > 0 ? 'halb' : 'dunkel');

const pointOf = (cell: Cell): TilePoint => ({
	lon: cell.lon,
	lat: cell.lat,
	properties: {
		n: cell.n,
		licht: light(cell),
		...(cell.n === 1 && cell.slug && cell.title ? { slug: cell.slug, title: cell.title } : {})
	}
});

/** Cells of the rolled-up grid that lie in the tile. */
async function rolledUp(ctx: Ctx, { z, x, y }: TileAddress): Promise<Cell[]> {
	const side = gridSize / 2 ** z;
	const step = Math.max(1, side / cells);
	const { rows } = await ctx.db.execute<Cell>(sql`
		select sum(n)::int as n, sum(lit)::int as lit, sum(half)::int as half, sum(sum_lon) / sum(n) as lon, sum(sum_lat) / sum(n) as lat
		from space_cells where x >= ${x * side} and x < ${(x + 1) * side} and y >= ${y * side} and y < ${(y + 1) * side}
		group by x / ${step}::int, y / ${step}::int having sum(n) > 0`);
	return rows;
}

/** Spaces of the filter in the tile, joined where they lie close together. */
async function counted(ctx: Ctx, tile: TileAddress, filter: SpaceFilter): Promise<Cell[]> {
	const [west, south, east, north] = tileBounds(tile);
	const prepared = await prepareFilter(ctx, { ...filter, bbox: null });
	const across = 2 ** tile.z * (tile.z >= pointsFrom ? extentCells : cells);
	const cellX = sql`floor((s.lon + 180) / 360 * ${across}::float8)`;
	const cellY = sql`floor(mercator_y(s.lat) * ${across}::float8)`;
	const { rows } = await ctx.db.execute<Cell>(sql`
		select count(*)::int as n, count(*) filter (where s.lit >= 70)::int as lit, count(*) filter (where s.lit between 20 and 69)::int as half,
			avg(s.lon) as lon, avg(s.lat) as lat, min(s.slug) as slug, min(s.title) as title
		from spaces s where s.lat is not null and point(s.lon, s.lat) <@ box(point(${west}, ${south}), point(${east}, ${north}))
			and s.lon < ${east} and s.lat > ${south} and ${whereOf(prepared)}
		group by ${cellX}, ${cellY}`);
	return rows;
}
const extentCells = 512;

const isUnfiltered = (filter: SpaceFilter) =>
	!Object.entries(filter).some(
		([field, value]) => !['sort', 'view', 'page', 'radiusKm', 'bbox'].includes(field) && value && (!Array.isArray(value) || value.length)
	);

/**
 * The spaces of a filter as clusters in a vector tile (layer `raeume`: `n`, `licht` hell, halb or dunkel; single ones also `slug` and `title`).
 * Made from the blurred points alone, like everything public.
 */
export async function drawTile(ctx: Ctx, tile: TileAddress, filter: SpaceFilter): Promise<Uint8Array> {
	let found: Cell[] | null = null;
	if (tile.z <= rolledUpTo && isUnfiltered(filter)) {
		const rolled = await rolledUp(ctx, tile);
		if (rolled.reduce((sum, { n }) => sum + n, 0) > fewSpaces) found = rolled;
	}
	found ??= await counted(ctx, tile, filter);
	return writeTile(tile, { layer: 'raeume', points: found.map(pointOf) });
}
