import type { Pool, PoolClient } from 'pg';
import { refused } from '#lib/refusal.ts';
import { openDb } from '#lib/server/db.ts';
import { people } from '#modules/people/server/tables.ts';
import { projectSpaces } from '#modules/properties/server/project-space.ts';
import { properties, propertySteps, publicationConsents, units } from '#modules/properties/server/tables.ts';
import { actorProfiles, spaceRequests } from '#modules/requests/server/tables.ts';
import { copyTable } from './copy-table.ts';
import { groundsOf } from './grounds.ts';
import { inventGroup, type Group } from './groups.ts';
import { inventHouse, type House } from './houses.ts';
import { loadTowns, townDrawer, type Town } from './places.ts';
import { chance, type Chance } from './random.ts';

export type Progress = (what: string, done: number, total: number) => void;
export type Amount = { spaces: number; requests: number; seed: number };

const batch = 5000;
/** Real initiatives work in and around these towns: each gets its share of the invented houses whatever chance says. */
const favoured: Record<string, number> = { '12073008': 0.06, '12062224': 0.04, '14521410': 0.03, '09479169': 0.04, '09479135': 0.03 };

function drawer(towns: Town[], random: Chance): () => Town {
	const any = townDrawer(towns, random);
	const byAgs = new Map(towns.map((t) => [t.ags, t]));
	const special = Object.entries(favoured).flatMap(([ags, share]) => (byAgs.has(ags) ? [{ town: byAgs.get(ags) as Town, share }] : []));
	return () => {
		let left = random.next();
		for (const { town, share } of special) if ((left -= share) < 0) return town;
		return any();
	};
}

async function writeHouses(client: PoolClient, houses: House[]): Promise<void> {
	await copyTable(
		client,
		properties,
		houses.map((h) => h.property)
	);
	await copyTable(
		client,
		units,
		houses.flatMap((h) => h.units)
	);
	await copyTable(
		client,
		propertySteps,
		houses.flatMap((h) => h.steps)
	);
	await copyTable(
		client,
		publicationConsents,
		houses.flatMap((h) => groundsOf(h.property))
	);
}

async function writeGroups(client: PoolClient, groups: Group[]): Promise<void> {
	await copyTable(
		client,
		people,
		groups.map((g) => g.person)
	);
	await copyTable(
		client,
		actorProfiles,
		groups.map((g) => g.profile)
	);
	await copyTable(
		client,
		spaceRequests,
		groups.map((g) => g.request)
	);
}

/**
 * Indexes are built once behind a large load instead of row by row; inside the transaction, so that a kill leaves them as they were. Those of
 * `properties` stay: whoever projects a space looks there for its neighbours.
 */
async function setIndexesAside(client: PoolClient): Promise<() => Promise<void>> {
	const { rows } = await client.query<{ name: string; definition: string }>(
		`select i.relname as name, pg_get_indexdef(i.oid) as definition from pg_index x join pg_class i on i.oid = x.indexrelid
		 where x.indrelid = any('{spaces,space_requests,space_cards,request_cards,freshness_entries}'::regclass[]) and not x.indisunique`
	);
	await client.query("set local maintenance_work_mem = '512MB'");
	for (const { name } of rows) await client.query(`drop index "${name}"`);
	return async () => {
		for (const { definition } of rows) await client.query(definition);
	};
}

async function makeHouses(
	client: PoolClient,
	{ spaces, random, draw }: { spaces: number; random: Chance; draw: () => Town },
	{ now, progress }: Run
) {
	const { rows: taken } = await client.query<{ ags: string; n: number }>('select ags, count(*)::int as n from properties group by ags');
	const numbers = new Map(taken.map(({ ags, n }) => [ags, 1000 + n]));
	const next = (ags: string) => numbers.set(ags, (numbers.get(ags) ?? 1000) + 1).get(ags) ?? 0;
	for (let from = 0; from < spaces; from += batch) {
		const houses = Array.from({ length: Math.min(batch, spaces - from) }, () => {
			const town = draw();
			return inventHouse(town, next(town.ags), { random, now });
		});
		await writeHouses(client, houses);
		await projectSpaces(
			{ db: openDb(client), actor: null, now },
			houses.map((h) => h.property.id)
		);
		progress('Häuser', from + houses.length, spaces);
	}
}

async function makeGroups(
	client: PoolClient,
	{ requests, random, draw }: { requests: number; random: Chance; draw: () => Town },
	{ now, progress }: Run
) {
	const { rows } = await client.query<{ n: number }>('select count(*)::int as n from actor_profiles');
	const offset = (rows[0]?.n ?? 0) + 1;
	for (let from = 0; from < requests; from += batch) {
		const count = Math.min(batch, requests - from);
		await writeGroups(
			client,
			Array.from({ length: count }, (_, i) => inventGroup(draw(), offset + from + i, { random, now }))
		);
		progress('Gesuche', from + count, requests);
	}
}

type Run = { now: Date; progress: Progress };

/**
 * Invents a world: `spaces` published houses and `requests` groups that look for rooms, spread over the real municipalities by vacancy and
 * size, the same for the same seed and day. Needs the reference data. Adds to what is there, all or nothing; reference numbers continue behind 1000.
 */
export async function generate(pool: Pool, { spaces, requests, seed }: Amount, run: Run): Promise<void> {
	const random = chance(seed);
	const draw = drawer(await loadTowns(pool), random);
	const client = await pool.connect();
	try {
		await client.query('begin');
		const putBack = spaces >= 20_000 ? await setIndexesAside(client) : async () => {};
		await makeHouses(client, { spaces, random, draw }, run);
		await makeGroups(client, { requests, random, draw }, run);
		await putBack();
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		if ((error as { code?: string }).code === '23505')
			throw refused(
				'same-seed',
				`Diese Welt gibt es hier schon: Der Keim ${seed} wurde bereits verwendet. Bitte einen anderen wählen (--seed).`
			);
		throw error;
	} finally {
		client.release();
	}
	await pool.query('analyze');
}
