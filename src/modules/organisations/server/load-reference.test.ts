import { expect, test } from '#testing/world.ts';
import { loadReference } from './load-reference.ts';

test('every municipality of the register is there, and the unincorporated areas are told apart', async ({ pool }) => {
	const { rows } = await pool.query(
		'select count(*) filter (where not is_unincorporated)::int as municipalities, count(*) filter (where is_unincorporated)::int as areas, count(distinct slug)::int as slugs, count(*)::int as all from municipalities'
	);
	expect(rows).toEqual([{ municipalities: 10_747, areas: 192, slugs: 10_939, all: 10_939 }]);
});

test.for([
	['12073008', 'angermuende', 'Angermünde'],
	['12062224', 'herzberg-elster', 'Herzberg (Elster)'],
	['14521410', 'neukirchen-erzgeb', 'Neukirchen/Erzgeb.'],
	['09479135', 'marktleuthen', 'Marktleuthen'],
	['09479169', 'wunsiedel', 'Wunsiedel'],
	['01001000', 'flensburg', 'Flensburg']
])('%s has the address %s', async ([ags, slug, name], { pool }) => {
	const { rows } = await pool.query('select slug, name_short from municipalities where ags = $1', [ags]);
	expect(rows).toEqual([{ slug, name_short: name }]);
});

test('namesakes carry their district in the address', async ({ pool }) => {
	const { rows } = await pool.query("select slug from municipalities where name_short = 'Neuenkirchen' order by slug");
	expect(rows.length).toBe(11);
	expect(rows.every((r: { slug: string }) => /^neuenkirchen-[a-z]/.test(r.slug))).toBe(true);
});

test('every official centre lies inside the borders of its own municipality; two lie less than 100 m beside the simplified line', async ({
	pool
}) => {
	const { rows } = await pool.query(
		`select m.name_short, (select min(r.ring::path <-> point(m.lon, m.lat)) from boundary_rings r where r.ags = m.ags) * 111000 as metres
		from municipalities m where (select count(*) from boundary_rings r where r.ags = m.ags and r.ring @> point(m.lon, m.lat)) % 2 = 0 order by 1`
	);
	expect(rows.map((r: { name_short: string }) => r.name_short)).toEqual(['Arnis', 'Ockenfels']);
	expect(rows.every((r: { metres: number }) => r.metres < 100)).toBe(true);
});

test('the same edition is loaded once', async ({ pool }) => {
	const said: string[] = [];
	expect(await loadReference({ pool }, (s) => said.push(s))).toBe(false);
	expect(said).toEqual([]);
});

test('a changed edition mends the tables in place, under the feet of what points at them', async ({ pool }) => {
	const contact = '00000000-0000-7000-8000-00000000aaaa';
	await pool.query(
		`insert into contact_points (id, organisation_id, unit, role, public_visibility, updated_at)
			select $1, id, 'Bauamt', 'Leerstand', 'public', now() from organisations where ags = '12073008'`,
		[contact]
	);
	await pool.query("update reference_loads set hash = 'older' where name = 'tables'");
	await pool.query("update municipalities set name_short = 'Falsch' where ags = '12073008'");
	expect(await loadReference({ pool })).toBe(true);
	const { rows } = await pool.query("select name_short from municipalities where ags = '12073008'");
	expect(rows).toEqual([{ name_short: 'Angermünde' }]);
	await pool.query('delete from contact_points where id = $1', [contact]);
});

test('every municipality has a drawing, and every district has one with the borders inside', async ({ pool }) => {
	const { rows } = await pool.query("select level, count(*)::int as n from outlines where path like 'M%z' group by level order by level");
	expect(rows).toEqual([
		{ level: 'district', n: 401 },
		{ level: 'municipality', n: 10_939 }
	]);
});
