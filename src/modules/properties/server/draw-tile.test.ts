import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, test } from '#testing/world.ts';
import { plantSpace } from '#testing/spaces.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { noFilter, readFilter } from '../space-filter.ts';
import { tileBounds, writeTile, type TileAddress } from '../tiles/vector-tile.ts';
import { drawTile } from './draw-tile.ts';

const tileAt = (z: number, lon = 14.0017, lat = 53.0146): TileAddress => {
	const n = 2 ** z;
	const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
	return { z, x: Math.floor(((lon + 180) / 360) * n), y: Math.floor(y * n) };
};

type Drawn = Record<string, unknown> & { n: number; at: number[] | null };

function features(bytes: Uint8Array, { z, x, y }: TileAddress) {
	const layer = new VectorTile(new PbfReader(bytes)).layers.raeume;
	return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer!.feature(i).toGeoJSON(x, y, z)).map(
		({ geometry, properties }): Drawn => ({
			n: Number(properties?.n),
			...properties,
			at: geometry.type === 'Point' ? geometry.coordinates : null
		})
	);
}

const draw = async (ctx: Ctx, tile: TileAddress, query = '') =>
	features(await drawTile(ctx, tile, readFilter(new URLSearchParams(query)).filter), tile);

test('a point comes back where it was written, to a part of a metre', () => {
	const tile = tileAt(14);
	const [west, south, east, north] = tileBounds(tile);
	expect([west <= 14.0017, south <= 53.0146, east > 14.0017, north > 53.0146]).toEqual([true, true, true, true]);
	const bytes = writeTile(tile, {
		layer: 'raeume',
		points: [{ lon: 14.0017, lat: 53.0146, properties: { n: 1, title: 'Bäckerei', half: 0.5 } }]
	});
	const [read] = features(bytes, tile);
	expect(read).toMatchObject({ n: 1, title: 'Bäckerei', half: 0.5 });
	expect(read?.at?.[0]).toBeCloseTo(14.0017, 5);
	expect(read?.at?.[1]).toBeCloseTo(53.0146, 5);
});

test('near ones join from afar, part up close, and the filter holds', async ({ db, as }) => {
	await plantSpace(db, { title: 'eins', lat: 53.0146, lon: 14.0017, lit: 100 });
	await plantSpace(db, { title: 'zwei', lat: 53.0246, lon: 14.0117, offers: ['sale'], lit: 0 });
	await plantSpace(db, { title: 'verborgen', lat: null, lon: null });
	expect(await draw(as(null), tileAt(5))).toMatchObject([{ n: 2, licht: 'halb' }]);
	expect(await draw(as(null), tileAt(5), 'angebot=kauf')).toMatchObject([{ n: 1, title: 'zwei', licht: 'dunkel' }]);
	expect((await draw(as(null), tileAt(10))).reduce((sum, { n }) => sum + Number(n), 0)).toBe(2);
	expect(await draw(as(null), tileAt(14))).toMatchObject([{ n: 1, title: 'eins', licht: 'hell' }]);
});

test('the grid that is rolled up says the same as counting, after changes and withdrawals too', async ({ db, as }) => {
	const rows = [];
	for (let i = 0; i < 30; i++)
		rows.push(await plantSpace(db, { lat: 52.9 + (i % 6) * 0.11, lon: 13.8 + Math.floor(i / 6) * 0.13, lit: i * 3 }));
	await db.execute(`update spaces set lat = lat + 0.3, lit = 90 where id = '${rows[0]?.id}'`);
	await db.execute(`delete from spaces where id = '${rows[1]?.id}'`);
	await db.execute('select compact_space_cells()');
	const { rows: grid } = await db.execute<{ n: number; lit: number; lat: number }>(
		'select sum(n)::int as n, sum(lit)::int as lit, sum(sum_lat) as lat from space_cells'
	);
	const { rows: real } = await db.execute<{ n: number; lit: number; lat: number }>(
		'select count(*)::int as n, count(*) filter (where lit >= 70)::int as lit, sum(lat) as lat from spaces'
	);
	expect(grid[0]).toMatchObject({ n: real[0]!.n, lit: real[0]!.lit });
	expect(grid[0]!.lat).toBeCloseTo(real[0]!.lat, 6);
	expect((await draw(as(null), tileAt(6))).reduce((sum, { n }) => sum + Number(n), 0)).toBe(29);
});

test('the map shows the same as the list: a house of unknown size stays when a size is asked for', async ({ db, as }) => {
	await plantSpace(db, { areaMinM2: null, areaMaxM2: null });
	await plantSpace(db, { areaMinM2: 20, areaMaxM2: 40 });
	const count = async (query: string) => {
		const points = await draw(as(null), tileAt(6), query);
		return points.reduce((sum, { n }) => sum + Number(n), 0);
	};
	expect(await count('flaeche_min=100')).toBe(1);
	expect(await count('flaeche_min=100&nur_mit_angabe=ja')).toBe(0);
	expect([await count('barrierefrei=ja'), await count('barrierefrei=ja&nur_mit_angabe=ja')]).toEqual([2, 0]);
});

test('an empty corner of the world is an empty tile', async ({ as }) => {
	expect(await drawTile(as(null), { z: 3, x: 0, y: 0 }, noFilter)).toBeInstanceOf(Uint8Array);
});
