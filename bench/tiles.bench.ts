import { openDb } from '#lib/server/db.ts';
import { drawTile } from '#modules/properties/server/draw-tile.ts';
import { readFilter } from '#modules/properties/space-filter.ts';
import { tileBounds, type TileAddress } from '#modules/properties/tiles/vector-tile.ts';
import { bench } from './bench.ts';

const tiles: Record<string, TileAddress> = {
	'Deutschland (Stufe 4)': { z: 4, x: 8, y: 5 },
	'ein Land (Stufe 7)': { z: 7, x: 68, y: 41 },
	'ein Kreis (Stufe 9)': { z: 9, x: 275, y: 166 },
	'eine Stadt (Stufe 12)': { z: 12, x: 2207, y: 1327 }
};

/** One tile against counting its spaces through the plainest indexed query. */
export default bench({
	name: 'tiles',
	sizes: [1_000_000],
	run: async ({ size, database, time, row }) => {
		const { pool } = await database(size);
		const ctx = { db: openDb(pool), actor: null, now: new Date() };
		await pool.query('select compact_space_cells()');
		await pool.query('vacuum analyze space_cells');
		for (const [name, tile] of Object.entries(tiles)) {
			const [west, south, east, north] = tileBounds(tile);
			const count = () =>
				pool.query(
					'select count(*), avg(lon), avg(lat) from spaces where lat is not null and point(lon, lat) <@ box(point($1, $2), point($3, $4))',
					[...[west, south, east, north]]
				);
			const limit = await time(count, 5);
			for (const [kind, query] of [['alles', ''] as const, ['gefiltert', 'angebot=erbbaurecht&denkmal=ja'] as const]) {
				const { filter } = readFilter(new URLSearchParams(query));
				row({ name: `${name}, ${kind}`, ours: await time(() => drawTile(ctx, tile, filter), 5), limit, unit: 'ms', better: 'less' });
			}
		}
	}
});
