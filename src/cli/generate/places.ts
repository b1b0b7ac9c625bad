import type { Pool } from 'pg';
import type { Chance } from './random.ts';

export type Town = {
	ags: string;
	name: string;
	nameShort: string;
	lat: number;
	lon: number;
	postalCode: string | null;
	weight: number;
	districtCode: string;
	spots: { place: string; postalCode: string; lat: number; lon: number }[];
};

/** The municipalities with their weight in the invented world: more houses where more stand empty, and small towns before cities. */
export async function loadTowns(pool: Pool): Promise<Town[]> {
	const { rows } = await pool.query<Omit<Town, 'weight' | 'spots'> & { population: number; rate: number | null; dwellings: number | null }>(
		`select m.ags, m.name, m.name_short as "nameShort", m.lat, m.lon, m.postal_code as "postalCode", m.district_code as "districtCode", m.population, v.vacancy_rate_pct as rate, v.dwellings
		 from municipalities m left join vacancy_statistics v on v.level = 'municipality' and v.code = m.ags
		 where not m.is_unincorporated and m.population > 0 order by m.ags`
	);
	const { rows: spots } = await pool.query<{ ags: string; place: string; postalCode: string; lat: number; lon: number }>(
		'select ags, place, postal_code as "postalCode", lat, lon from gazetteer order by ags, place, postal_code, lat, lon'
	);
	const byTown = Map.groupBy(spots, (s) => s.ags);
	return rows.map(({ population, rate, dwellings, ...town }) => ({
		...town,
		weight: (((rate ?? 4) / 100) * (dwellings ?? population / 2)) ** 0.6 * (population < 50_000 ? 1 : 0.25),
		spots: byTown.get(town.ags) ?? []
	}));
}

/** Draws towns by weight with one binary search per draw. */
export function townDrawer(towns: Town[], random: Chance): () => Town {
	const sums = new Float64Array(towns.length);
	let total = 0;
	towns.forEach((town, i) => (sums[i] = total += town.weight));
	return () => {
		const target = random.next() * total;
		let low = 0;
		let high = towns.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) > target) high = middle;
			else low = middle + 1;
		}
		return towns[low] as Town;
	};
}
