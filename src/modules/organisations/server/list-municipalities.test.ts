import { sql } from 'drizzle-orm';
import { parseFilter } from '../municipality-filter.ts';
import { expect, test } from '#testing/world.ts';
import { findMunicipality } from './find-municipality.ts';
import { countMunicipalities, listMunicipalities } from './list-municipalities.ts';
import { nearestMunicipalities } from './nearest-municipalities.ts';

const filter = (query: string) => parseFilter(new URLSearchParams(query));

test.for([
	['q=Angermünde', 'Angermünde'],
	['q=angermuende', 'Angermünde'],
	['q=Muellrose', 'Müllrose'],
	['q=Müllrose', 'Müllrose'],
	['q=16278', 'Angermünde'],
	['q=16278+Angermünde', 'Angermünde'],
	['q=12073008', 'Angermünde'],
	['q=Biesenbrow', 'Angermünde'],
	['q=Herzberg+(Elster)', 'Herzberg (Elster)'],
	['q=Neuenkirchen,+Diepholz', 'Neuenkirchen']
])('?%s finds %s first', async ([query, name], { as }) => {
	expect((await listMunicipalities(as(null), filter(query as string)))[0]?.name).toBe(name);
});

test('without a question the list holds every municipality and no uninhabited area', async ({ as }) => {
	const { total, spots } = await countMunicipalities(as(null), filter(''));
	expect(total).toBe(10_747);
	expect(spots.reduce((sum, [, , n]) => sum + n, 0)).toBe(10_747);
	expect(spots.length).toBeLessThan(1200);
});

test('filters narrow together: towns of the Uckermark', async ({ as }) => {
	const found = await listMunicipalities(as(null), filter('land=12&kreis=12073&groesse=kleinstadt&sortierung=einwohner'));
	expect(found.map((m) => m.name)).toContain('Angermünde');
	expect(found.every((m) => m.district === 'Uckermark' && m.population >= 5000 && m.population < 20_000)).toBe(true);
	expect(found.map((m) => m.population)).toEqual(found.map((m) => m.population).toSorted((a, b) => b - a));
});

test('a range of vacancy compares one measure only, and says how many figures are withheld', async ({ as, db }) => {
	const asked = filter('land=07&leerstand_min=10&leerstand_max=20');
	const { total, suppressed } = await countMunicipalities(as(null), asked);
	const { rows } = await db.execute(
		sql`select count(*) filter (where vacancy_rate_pct between 10 and 20)::int as inside, count(*) filter (where vacancy_rate_pct is null)::int as withheld
		from municipalities m left join vacancy_statistics v on v.level = 'municipality' and v.code = m.ags where m.state_code = '07' and not is_unincorporated`
	);
	expect(rows).toEqual([{ inside: total, withheld: suppressed }]);
	expect(suppressed).toBeGreaterThan(0);
});

test('withheld figures stay in the list while no range is asked for, at its end', async ({ as }) => {
	const all = filter('land=07&sortierung=leerstand');
	const { total } = await countMunicipalities(as(null), all);
	const last = await listMunicipalities(as(null), { ...all, page: Math.ceil(total / 24) });
	expect(last.at(-1)?.vacancy).toMatchObject({ rate: null, status: 'suppressed' });
});

test('the page of a municipality compares the same measure on every level', async ({ as, db }) => {
	const angermuende = await findMunicipality(as(null), 'angermuende');
	expect(angermuende).toMatchObject({ ags: '12073008', district: 'Uckermark', state: 'Brandenburg' });
	const { rows } = await db.execute<{ level: string; rate: number }>(
		sql`select level, vacancy_rate_pct::float8 as rate from vacancy_statistics where code in ('12073008', '12073', '12', '00')`
	);
	const rates = [['municipality', angermuende.vacancy.rate], ...angermuende.comparison.map((c) => [c.level, c.vacancy.rate])];
	for (const { level, rate } of rows) expect(rates).toContainEqual([level, expect.closeTo(rate, 3)]);
	expect(rates).toHaveLength(4);
});

test('a municipality is found by its key, and an unknown one is no page', async ({ as }) => {
	expect((await findMunicipality(as(null), '12062224')).slug).toBe('herzberg-elster');
	await expect(findMunicipality(as(null), 'gibt-es-nicht')).rejects.toMatchObject({ status: 404 });
});

test('the nearest are sorted by distance and leave out the municipality itself', async ({ as }) => {
	const near = await nearestMunicipalities(as(null), await findMunicipality(as(null), 'angermuende'));
	expect(near).toHaveLength(6);
	expect(near.map((n) => n.km)).toEqual(near.map((n) => n.km).toSorted((a, b) => a - b));
	expect(near.every((n) => n.ags !== '12073008' && n.km < 25)).toBe(true);
});

test.for([
	['the page of a municipality', sql`select * from municipalities where slug = 'angermuende'`],
	['the first page by name', sql`select * from municipalities m order by m.name_short, m.ags limit 24`],
	['a search', sql`select ags from municipalities x where x.search_text like '%angermund%'`],
	['an Ortsteil', sql`select ags from gazetteer g where g.search_text like '%biesenbrow%'`],
	['the nearest', sql`select ags from municipalities m order by ll_to_earth(m.lat, m.lon) <-> ll_to_earth(53, 14)::cube limit 6`],
	['a point', sql`select ags from boundary_rings r where box(r.ring) @> box(point(14, 53), point(14, 53)) and r.ring @> point(14, 53)`]
] as const)('%s is read from an index', async ([, query], { db }) => {
	const { rows } = await db.execute<{ 'QUERY PLAN': string }>(sql`explain ${query}`);
	const plan = rows.map((r) => r['QUERY PLAN']).join('\n');
	expect(plan).toMatch(/Index/);
	expect(plan).not.toMatch(/Seq Scan/);
});
