import { dayOf } from '#lib/calendar.ts';
import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { importedColumns, importedValues, provenanceSql, setFrom } from './columns-sql.ts';

export type Step = { importId: string; ags: string; now: Date; personId: string | null };

const conflict = (message: string, which: SQL) =>
	sql`update import_rows r set outcome = 'rejected', problems = coalesce(r.problems, '[]'::jsonb) || jsonb_build_array(jsonb_build_object('column', null, 'code', 'changed-meanwhile', 'level', 'rejected', 'message', ${message}::text)) where ${which}`;

/** Rows whose property was changed, removed or recorded by somebody since the check: they are refused, never written over. */
export async function refuseConflicts(ctx: Ctx, { importId, ags }: Step): Promise<void> {
	await ctx.db.execute(sql`select count(*) from (
		select 1 from properties p join import_rows r on r.property_id = p.id where r.import_id = ${importId} and r.outcome = 'updated' order by p.id for update of p) locked`);
	// One query per key: with an "or" every row would be held against every house of the municipality.
	const takenBy = (key: SQL) =>
		sql`select i.id from import_rows i join properties p on p.ags = ${ags} and ${key} where i.import_id = ${importId} and i.outcome = 'created'`;
	await ctx.db.execute(
		conflict(
			'Das Objekt wurde seit der Prüfung geändert und bleibt, wie es jetzt ist. Bitte laden Sie die Liste noch einmal hoch, dann sehen Sie den Unterschied neu.',
			sql`r.import_id = ${importId} and r.outcome = 'updated' and not exists (
				select 1 from properties p, lateral (select to_jsonb(p) as now offset 0) it where p.id = r.property_id and not exists (
					select 1 from jsonb_each(r.changes) e where e.key <> '_provenance' and coalesce(it.now -> e.key, 'null') <> coalesce(e.value -> 'before', 'null')))`
		)
	);
	await ctx.db.execute(
		conflict(
			'Dieses Objekt wurde seit der Prüfung von jemand anderem erfasst. Bitte laden Sie die Liste noch einmal hoch, dann wird abgeglichen.',
			sql`r.id in (${takenBy(sql`p.external_id = i.changes ->> 'external_id'`)} union ${takenBy(
				sql`p.address_key = i.changes ->> 'address_key' and (p.external_id is null or i.changes -> 'external_id' is null)`
			)})`
		)
	);
}

type Slice = { count: number; last: number };
const sliceOf = ([row]: { count: number; last: number | null }[]): Slice => ({
	count: row?.count ?? 0,
	last: row?.last ?? Number.MAX_SAFE_INTEGER
});

/** Records a slice of the new properties, as many as there are references. @returns how many, and the last line */
export async function insertSlice(
	ctx: Ctx,
	{ importId, ags, now, personId }: Step,
	{ after, references }: { after: number; references: string[] }
): Promise<Slice> {
	const [at, by] = [sql`${now.toISOString()}::timestamptz`, sql`${personId}::uuid`];
	const { rows } = await ctx.db.execute<{ count: number; last: number | null }>(sql`
		with slice as materialized (
			select property_id, row_number, changes, row_number() over (order by row_number) as n from import_rows
			where import_id = ${importId} and outcome = 'created' and row_number > ${after} order by row_number limit ${references.length}
		), made as (
			insert into properties (id, ags, reference, source, confirmed_by, last_confirmed_at, created_at, created_by, updated_at, updated_by, provenance, ${importedColumns})
			select property_id, ${ags}, ref.reference, 'import', 'import', ${at}, ${at}, ${by}, ${at}, ${by}, ${provenanceSql(dayOf(now))}, ${importedValues}
			from slice join unnest(${sql.param(references)}::text[]) with ordinality as ref(reference, n) using (n)
			returning id
		), steps as (
			insert into property_steps (id, property_id, machine, from_state, to_state, at, by_person_id)
			select gen_random_uuid(), id, 'lifecycle', 'new', 'recorded', ${at}, ${by} from made
		)
		select (select count(*) from made)::int as count, (select max(row_number) from slice) as last`);
	return sliceOf(rows);
}

/** Changes a slice of the known properties. @returns how many, and the last line */
export async function updateSlice(
	ctx: Ctx,
	{ importId, now, personId }: Step,
	{ after, limit }: { after: number; limit: number }
): Promise<Slice> {
	const at = sql`${now.toISOString()}::timestamptz`;
	const { rows } = await ctx.db.execute<{ count: number; last: number | null }>(sql`
		with slice as materialized (
			select property_id, row_number, changes from import_rows
			where import_id = ${importId} and outcome = 'updated' and row_number > ${after} order by row_number limit ${limit}
		), changed as (
			update properties p set ${setFrom('s.changes', 'after')}, provenance = p.provenance || coalesce(s.changes #> '{_provenance,after}', '{}'),
				version = p.version + 1, updated_at = ${at}, updated_by = ${personId}::uuid, last_confirmed_at = ${at}, confirmed_by = 'import'
			from slice s where p.id = s.property_id returning p.id
		)
		select (select count(*) from changed)::int as count, (select max(row_number) from slice) as last`);
	return sliceOf(rows);
}

/** After many rows the planner must hear of them, or the next statement (undo, matching) goes through the table once per row. */
export async function analyse(ctx: Ctx): Promise<void> {
	await ctx.db.execute(sql`analyze import_rows (import_id, outcome, row_number, property_id)`);
	await ctx.db.execute(sql`analyze properties (id, ags, external_id, address_key, version, publication_state, lifecycle_state)`);
	await ctx.db.execute(sql`analyze property_steps (property_id)`);
}

/** Properties of an import that have a public face, which must follow. */
export async function publishedOf(ctx: Ctx, importId: string): Promise<string[]> {
	const { rows } = await ctx.db.execute<{ id: string }>(
		sql`select p.id from properties p join import_rows r on r.property_id = p.id where r.import_id = ${importId} and r.outcome = 'updated' and exists (select 1 from spaces s where s.id = p.id)`
	);
	return rows.map((r) => r.id);
}
