import type { Pool, PoolClient } from 'pg';
import { copyInto } from '#lib/server/copy.ts';
import { boundaryRows, outlineRows } from './internal/draw-boundaries.ts';
import { readBoundaries, referenceHash, referenceRows, type ReferencePart, type ReferenceTable } from './internal/reference-files.ts';

type Progress = (sentence: string) => void;
type Upsert = { table: ReferenceTable; into: string; key: string[]; columns: string[]; searchText?: string };

/** Things that others point at are updated in place; a changed edition never breaks a foreign key. */
const upserts: Upsert[] = [
	{ table: 'states', into: 'states', key: ['code'], columns: ['code', 'name', 'slug'] },
	{ table: 'districts', into: 'districts', key: ['code'], columns: ['code', 'name', 'slug', 'type', 'state_code'] },
	{
		table: 'municipalities',
		into: 'municipalities',
		key: ['ags'],
		columns:
			'ags ars slug name name_short designation type is_town is_unincorporated state_code district_code association population area_km2 postal_code lat lon urbanisation rural_type size_class'.split(
				' '
			),
		searchText: `fold_german(name_short || ' ' || name)`
	},
	{
		table: 'vacancy-statistics',
		into: 'vacancy_statistics',
		key: ['level', 'code'],
		columns: ['level', 'code', 'reference_date', 'dwellings', 'vacancy_rate_pct', 'vacancy_rate_official_leq_pct', 'status']
	}
];
const gazetteerColumns = ['postal_code', 'place', 'ags', 'lat', 'lon', 'is_main'];

async function upsert(client: PoolClient, { table, into, key, columns, searchText }: Upsert): Promise<void> {
	const list = columns.join(', ');
	await client.query(`create temp table incoming on commit drop as select ${list} from ${into} with no data`);
	await copyInto(client, { table: 'incoming', columns }, filled(table, columns));
	const all = searchText ? [...columns, 'search_text'] : columns;
	const changes = all.filter((c) => !key.includes(c)).map((c) => `${c} = excluded.${c}`);
	const values = (row: string) => all.map((c) => `${row}.${c}`).join(', ');
	await client.query(
		`insert into ${into} as t (${all}) select ${list}${searchText ? `, ${searchText}` : ''} from incoming on conflict (${key}) do update set ${changes} where (${values('t')}) is distinct from (${values('excluded')})`
	);
	await client.query('drop table incoming');
}

/** Columns that must not be empty keep their empty word (an uninhabited area has no size class). */
async function* filled(table: ReferenceTable, columns: string[]): AsyncGenerator<(string | null)[]> {
	for await (const row of referenceRows(table, columns))
		yield row.map((value, i) => value ?? (['size_class', 'type'].includes(columns[i] ?? '') ? '' : null));
}

async function loadTables(client: PoolClient, progress: Progress): Promise<void> {
	progress('Gemeinden, Kreise, Länder und Leerstandszahlen …');
	for (const one of upserts) await upsert(client, one);
	progress('Postleitzahlen und Orte …');
	await client.query('truncate gazetteer restart identity');
	await client.query(`create temp table incoming on commit drop as select ${gazetteerColumns} from gazetteer with no data`);
	await copyInto(client, { table: 'incoming', columns: gazetteerColumns }, referenceRows('gazetteer', gazetteerColumns));
	await client.query(
		`insert into gazetteer (${gazetteerColumns}, search_text) select ${gazetteerColumns}, fold_german(place) from incoming`
	);
	await client.query('drop table incoming');
}

async function loadBorders(client: PoolClient, progress: Progress): Promise<void> {
	progress('Grenzen …');
	await client.query('truncate boundary_rings, outlines restart identity');
	const boundaries = readBoundaries();
	await copyInto(client, { table: 'boundary_rings', columns: ['ags', 'ring'] }, boundaryRows(boundaries));
	await copyInto(client, { table: 'outlines', columns: ['level', 'code', 'path', 'borders', 'box'] }, outlineRows(boundaries));
}

const parts: Record<ReferencePart, typeof loadTables> = { tables: loadTables, borders: loadBorders };

async function loadPart(client: PoolClient, part: ReferencePart, progress: Progress): Promise<boolean> {
	const hash = referenceHash(part);
	const { rowCount } = await client.query('select 1 from reference_loads where name = $1 and hash = $2', [part, hash]);
	if (rowCount) return false;
	await parts[part](client, progress);
	await client.query(
		'insert into reference_loads (name, hash, loaded_at) values ($1, $2, now()) on conflict (name) do update set hash = excluded.hash, loaded_at = now()',
		[part, hash]
	);
	return true;
}

/**
 * Puts the reference files into the database, once per edition: all or nothing, one process at a time, in seconds.
 * @returns true when something was loaded, false when this edition was already there
 */
export async function loadReference(ctx: { pool: Pool }, progress: Progress = () => {}): Promise<boolean> {
	const client = await ctx.pool.connect();
	try {
		await client.query('begin');
		await client.query('select pg_advisory_xact_lock(726002)');
		const changed = [await loadPart(client, 'tables', progress), await loadPart(client, 'borders', progress)].includes(true);
		await client.query('commit');
		// Not only for the figures: an index of words with entries still pending is passed over by the planner.
		if (changed)
			await client.query('vacuum (analyze) states, districts, municipalities, vacancy_statistics, gazetteer, boundary_rings, outlines');
		return changed;
	} catch (error) {
		await client.query('rollback').catch(() => {});
		throw error;
	} finally {
		client.release();
	}
}
