import { sql } from 'drizzle-orm';
import { expect, test } from '#testing/world.ts';
import { kilometresTo, within } from './near-place.ts';

/** A net of points over and around Germany, closer near the middle. */
const points = sql`(select 51 + sin(n) * n / 60 as lat, 10 + cos(n * 1.7) * n / 40 as lon from generate_series(1, 400) n) s`;
const places = [
	{ name: 'mitten im Land', lat: 51, lon: 10 },
	{ name: 'Flensburg', lat: 54.78, lon: 9.43 },
	{ name: 'am Pol', lat: 89.9, lon: 0 },
	{ name: 'an der Datumsgrenze', lat: 52, lon: 179.9 }
];

test.for(places)('a circle holds what earth_distance says, $name', async (place, { db }) => {
	for (const km of [1, 25, 200, 500, 5000]) {
		const { rows } = await db.execute<{ differs: number; off: number; inside: number }>(sql`
			select count(*) filter (where (${within(place, km)}) <> (d <= ${km}))::int as differs, count(*) filter (where d <= ${km})::int as inside,
				max(abs(${kilometresTo(place)} - d)) as off
			from ${points}, lateral (select earth_distance(ll_to_earth(${place.lat}, ${place.lon}), ll_to_earth(s.lat, s.lon)) / 1000 as d) e`);
		expect(rows[0]).toMatchObject({ differs: 0 });
		expect(rows[0]?.off).toBeLessThan(0.001);
		if (place.name === 'mitten im Land' && km >= 25) expect(rows[0]?.inside).toBeGreaterThan(0);
	}
});
