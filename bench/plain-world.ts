import type { Pool } from 'pg';

/** Houses for each person who owns some. */
const housesEach = 5;

const towns = [
	`insert into states (code, name, slug) values ('12', 'Brandenburg', 'brandenburg') on conflict do nothing`,
	`insert into districts (code, name, slug, state_code) values ('12073', 'Uckermark', 'uckermark', '12') on conflict do nothing`,
	`insert into municipalities (ags, ars, slug, name, name_short, type, is_town, is_unincorporated, state_code, district_code, population, area_km2, postal_code,
			lat, lon, size_class, search_text)
		select '1207' || lpad(n::text, 4, '0'), '1207' || lpad(n::text, 8, '0'), 'ort-' || n, 'Ort ' || n, 'Ort ' || n, 'Gemeinde', false, false, '12', '12073', 3000, 40, '16278',
			53, 14, 'rural', 'ort ' || n
		from generate_series(1, 1000) n on conflict do nothing`
];

const uuid = (prefix: string) => `md5('${prefix}' || n)::uuid`;
const ags = `'1207' || lpad((n % 1000 + 1)::text, 4, '0')`;

/** Houses that are offered, each with its page, its clock and somebody who owns it: `$1` of them. */
const houses = [
	`insert into people (id, name, email, email_verified) select ${uuid('person')}, 'Mensch ' || n, 'mensch-' || n || '@bench.example', true
		from generate_series(0, $1 / ${housesEach}) n`,
	`insert into properties (id, ags, reference, slug, title, lat, lon, source, lifecycle_state, publication_state, published_at, last_confirmed_at, owner_person_id, created_at, updated_at)
		select ${uuid('house')}, ${ags}, 'B-' || n, 'haus-' || n, 'Haus ' || n, 53, 14, 'office', 'available', 'public_blurred', now() - interval '400 days', now() - interval '400 days',
			md5('person' || n / ${housesEach})::uuid, now() - interval '400 days', now() - interval '400 days'
		from generate_series(1, $1) n`,
	`insert into spaces (id, slug, reference, ags, state_code, district_code, municipality, municipality_slug, district_name, precision, title, property_type, setting, last_use,
			epoch, uses, uses_excluded, offers, price_type, condition, heritage, accessibility, public_access, availability_kind, lit, pictures, documents, units, facts, way, is_demo,
			last_confirmed_at, published_at, changed_at, search_text)
		select ${uuid('house')}, 'haus-' || n, 'B-' || n, ${ags}, '12', '12073', 'Ort', 'ort-' || (n % 1000 + 1), 'Uckermark', 'municipality', 'Haus ' || n, 'inn', 'village', 'gastronomy',
			'1870_1918', '{}', '{}', '{rent}', 'unknown', 'unknown', 'none', 'unknown', 'unknown', 'unknown', 10, '[]', '[]', '[]',
			'{"outdoor": [], "areaBasis": "unknown", "usesAllowed": [], "divisibleFromM2": null, "directContact": false}', '[]', false,
			now() - interval '400 days', now() - interval '400 days', now(), 'haus ' || n
		from generate_series(1, $1) n`,
	`insert into freshness_entries (kind, entry_id, ags, since, interval_days, next_at)
		select 'property', ${uuid('house')}, ${ags}, now() - interval '400 days', 180, now() - interval '220 days' from generate_series(1, $1) n`
];

/**
 * Fills an empty database with so many plain houses, by SQL alone: a million in minutes, where inventing them takes an hour. Triggers rest meanwhile, so
 * nothing is derived that a bench does not look at.
 */
export async function fillPlainWorld(pool: Pool, size: number): Promise<void> {
	const client = await pool.connect();
	try {
		await client.query(`set session_replication_role = replica`);
		for (const statement of towns) await client.query(statement);
		for (const statement of houses) await client.query(statement.replaceAll('$1', String(Math.trunc(size))));
	} finally {
		client.release(true);
	}
}
